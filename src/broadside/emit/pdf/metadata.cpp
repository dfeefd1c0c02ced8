#include "broadside/emit/pdf/metadata.hpp"

#include <string_view>

#include <fmt/format.h>

#include "broadside/emit/markup.hpp"
#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

constexpr std::string_view kProgram = "Broadside";

/// A property of one text in whatever language, or of a list of texts.
std::string property(std::string_view name, std::string_view array, std::string_view qualifier,
                     std::string_view text) {
    if (text.empty()) return {};
    return fmt::format("<{0}><rdf:{1}><rdf:li{2}>{3}</rdf:li></rdf:{1}></{0}>\n", name, array,
                       qualifier, escape_xml(text));
}

constexpr std::string_view kXmpBegin =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<dc:format>application/pdf</dc:format>\n";

constexpr std::string_view kUaSchema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

}  // namespace

std::string pdf_date(std::string iso_8601) {
    if (iso_8601.empty()) return {};
    std::erase_if(iso_8601, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return "D:" + iso_8601;
}

std::string pdf_information(const PdfMetadata& metadata) {
    std::string text = "<< ";
    const auto add = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) text += fmt::format("/{} {} ", key, text_string(value));
    };
    const std::string date = pdf_date(metadata.date);
    add("Title", metadata.document.title);
    add("Author", metadata.document.author);
    add("Subject", metadata.document.description);
    add("Creator", kProgram);
    add("Producer", kProgram);
    add("CreationDate", date);
    add("ModDate", date);
    return text + ">>";
}

std::string xmp_packet(const PdfMetadata& metadata) {
    constexpr std::string_view kDefault = " xml:lang=\"x-default\"";
    const auto& [title, language, author, description, licence] = metadata.document;
    std::string out(kXmpBegin);
    out += property("dc:title", "Alt", kDefault, title);
    out += property("dc:creator", "Seq", "", author);
    out += property("dc:description", "Alt", kDefault, description);
    out += property("dc:rights", "Alt", kDefault, licence);
    out += property("dc:language", "Bag", "", language);
    for (const std::string_view name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) {
        if (!metadata.date.empty()) out += fmt::format("<{0}>{1}</{0}>\n", name, metadata.date);
    }
    out += fmt::format("<xmp:CreatorTool>{0}</xmp:CreatorTool>\n<pdf:Producer>{0}</pdf:Producer>\n",
                       kProgram);
    const auto& [ua_1, archive] = metadata.standards;
    if (archive != PdfArchive::None)
        out += fmt::format(
            "<pdfaid:part>{}</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n",
            archive == PdfArchive::A2a ? 2 : 3);
    if (ua_1) out += "<pdfuaid:part>1</pdfuaid:part>\n";
    out += "</rdf:Description>\n";
    if (ua_1) out += kUaSchema;
    return out + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace broadside::emit
