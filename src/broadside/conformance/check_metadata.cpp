#include "broadside/conformance/checks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/base/limits.hpp"
#include "broadside/base/xml_events.hpp"
#include "broadside/conformance/text_string.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::conformance {

namespace {

/// An element of XML. Names are "namespace name prefix", or the name alone where it has none.
struct XmlElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::string text = {};  // without that of its children
    std::vector<XmlElement> children = {};

    /// Empty where there is none.
    std::string_view attribute(std::string_view wanted) const;
};

class TreeReader : public XmlEvents {
public:
    bool is_too_deep() const { return open_.size() > limits::kMaxPdfDepth + 1; }

    XmlElement root() && { return std::move(open_.front().children.front()); }

    void start(std::string_view name, const char** attributes, std::size_t) override {
        XmlElement element{std::string(name)};
        for (; *attributes; attributes += 2)
            element.attributes.emplace_back(attributes[0], attributes[1]);
        open_.push_back(std::move(element));
    }
    void end(std::string_view) override {
        XmlElement done = std::move(open_.back());
        open_.pop_back();
        open_.back().children.push_back(std::move(done));
    }
    void text(std::string_view characters) override { open_.back().text += characters; }
    bool is_done() const override { return is_too_deep(); }

private:
    std::vector<XmlElement> open_{XmlElement{}};  // the last is innermost; the first has the root
};

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [known, value] : attributes) {
        if (known == wanted) return value;
    }
    return {};
}

/// The root of well-formed XML. Refused, with the reason in `mistake`: document types, whose
/// entities grow without bounds, and what is nested as nobody does.
std::optional<XmlElement> read_xml(std::string_view bytes, std::string& mistake) {
    TreeReader reader;
    const auto found = parse_xml(bytes, reader, {});
    if (!found && !reader.is_too_deep()) return std::move(reader).root();
    mistake = found ? found->message : "nested too deep";
    return std::nullopt;
}

constexpr std::string_view kXmlLang = "http://www.w3.org/XML/1998/namespace lang xml";
constexpr std::string_view kUaNamespace = "http://www.aiim.org/pdfua/ns/id/";

struct Prefix {
    std::string_view prefix, space;
};
constexpr Prefix kPrefixes[] = {
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"xmp", "http://ns.adobe.com/xap/1.0/"},
    {"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
    {"pdf", "http://ns.adobe.com/pdf/1.3/"},
    {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
    {"pdfuaid", kUaNamespace},
    {"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
    {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
    {"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
};

/// How a property holds its value: text, a list of RDF, or a Bag of what has parts.
enum class Form { Text, Alt, Bag, Seq, Resources };
struct Property {
    std::string_view name;
    Form form;
    Need need;
    std::string_view info;  // the key of the information dictionary that says the same
};
constexpr Property kProperties[] = {
    {"dc:format", Form::Text, kMay, ""},
    {"dc:title", Form::Alt, kMust, "Title"},
    {"dc:language", Form::Bag, kMay, ""},
    {"dc:creator", Form::Seq, kMay, "Author"},
    {"dc:description", Form::Alt, kMay, "Subject"},
    {"dc:rights", Form::Alt, kMay, ""},
    {"dc:subject", Form::Bag, kMay, ""},
    {"xmp:CreatorTool", Form::Text, kMay, "Creator"},
    {"xmp:CreateDate", Form::Text, kMay, "CreationDate"},
    {"xmp:ModifyDate", Form::Text, kMay, "ModDate"},
    {"xmp:MetadataDate", Form::Text, kMay, ""},
    {"xmpMM:DocumentID", Form::Text, kMay, ""},
    {"xmpMM:InstanceID", Form::Text, kMay, ""},
    {"xmpMM:VersionID", Form::Text, kMay, ""},
    {"xmpMM:RenditionClass", Form::Text, kMay, ""},
    {"pdf:Producer", Form::Text, kMay, "Producer"},
    {"pdf:Keywords", Form::Text, kMay, "Keywords"},
    {"pdfaid:part", Form::Text, kMay, ""},
    {"pdfaid:conformance", Form::Text, kMay, ""},
    {"pdfuaid:part", Form::Text, kMay, ""},
    {"pdfaExtension:schemas", Form::Resources, kMay, ""},
};

/// `dc:title` of "http://purl.org/dc/elements/1.1/ title dc". Names of other prefixes stay as they
/// are: PDF/A-2 (6.6.4) and PDF/UA-1 (5) ask for their own.
std::string short_name(const std::string& name) {
    const std::size_t word = name.find(' ') + 1, prefix = name.rfind(' ') + 1;
    for (const Prefix& known : kPrefixes) {
        if (word > 0 && prefix > word && name.substr(0, word - 1) == known.space &&
            name.substr(prefix) == known.prefix)
            return fmt::format("{}:{}", known.prefix, name.substr(word, prefix - 1 - word));
    }
    return name;
}

bool is_rdf(const XmlElement& element, std::string_view word) {
    return short_name(element.name) == fmt::format("rdf:{}", word);
}

class Packet {
public:
    Packet(const PdfFile& file, Problems& problems)
        : file_(file), problems_(problems), xmp_{file, problems, "XMP", kMetadataCode} {}

    PdfPromises check(const std::string& bytes) {
        // PDF/A-2, 6.6.2.1: neither bytes nor encoding, which are out of date.
        if (!bytes.starts_with(
                "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"))
            xmp_.fail("expected the beginning of an xpacket");
        if (bytes.find("<?xpacket end=\"r\"?>") == std::string::npos &&
            bytes.find("<?xpacket end=\"w\"?>") == std::string::npos)
            xmp_.fail("expected the end of the xpacket");
        std::string mistake;
        const auto root = read_xml(bytes, mistake);
        if (!root) {
            problems_.add(kMetadataCode, "XMP is no XML that can be read: {}", mistake);
            return {};
        }
        if (root->name != "adobe:ns:meta/ xmpmeta x" || root->children.size() != 1 ||
            !is_rdf(root->children.front(), "RDF") || !root->children.front().attributes.empty())
            xmp_.fail("expected x:xmpmeta with one rdf:RDF");
        check_texts(*root);
        for (const XmlElement& rdf : root->children) collect(rdf);
        check_properties();
        compare_what_is_known();
        const PdfPromises kept = check_promises();
        if (kept.ua_1) check_schema();
        return kept;
    }

private:
    /// What has parts, or is meant to have them, has no text of its own.
    void check_texts(const XmlElement& element) {
        const bool has_parts =
            !element.children.empty() || is_rdf(element, "RDF") || is_rdf(element, "Description");
        if (has_parts && !unicode::says_nothing(element.text))
            xmp_.fail("{} has a text beside its parts", short_name(element.name));
        for (const XmlElement& child : element.children) check_texts(child);
    }

    void collect(const XmlElement& rdf) {
        for (const XmlElement& description : rdf.children) {
            if (!is_rdf(description, "Description") || description.attributes.size() != 1 ||
                !is_rdf({description.attributes[0].first}, "about"))
                xmp_.fail("expected rdf:Description with rdf:about alone");
            // XMP (ISO 16684-1), 7.4: one packet is about one thing.
            else if (description.attributes != rdf.children.front().attributes)
                xmp_.fail("two rdf:Description are about two things");
            for (const XmlElement& property : description.children) {
                const std::string name = short_name(property.name);
                if (!properties_.emplace(name, &property).second)
                    xmp_.fail("{} stands there twice", name);
            }
        }
    }

    void check_properties() {
        for (const auto& [name, element] : properties_) {
            const auto known = std::find_if(
                std::begin(kProperties), std::end(kProperties),
                [&name = name](const Property& property) { return property.name == name; });
            if (known == std::end(kProperties))
                xmp_.fail("unknown property {}", name);
            else if (!has_form(*element, known->form))
                xmp_.fail("{} has another form than XMP asks for", name);
        }
        for (const Property& property : kProperties) {
            if (property.need == kMust && !properties_.contains(std::string(property.name)))
                xmp_.fail("{} is not there", property.name);
            if (!property.info.empty()) compare(property);
        }
    }

    static bool has_form(const XmlElement& element, Form form) {
        if (!element.attributes.empty()) return false;
        if (form == Form::Text) return element.children.empty();
        const std::string_view list = form == Form::Alt ? "Alt" : form == Form::Seq ? "Seq" : "Bag";
        return element.children.size() == 1 && is_rdf(element.children[0], list) &&
               element.children[0].attributes.empty() && !element.children[0].children.empty() &&
               std::all_of(element.children[0].children.begin(), element.children[0].children.end(),
                           [form](const XmlElement& item) {
                               return is_rdf(item, "li") && is_item(item, form);
                           });
    }

    /// Resources are looked at by check_schema.
    static bool is_item(const XmlElement& item, Form form) {
        if (form == Form::Resources) return true;
        if (!item.children.empty()) return false;
        if (form != Form::Alt) return item.attributes.empty();
        const std::string_view language = item.attribute(kXmlLang);
        return item.attributes.size() == 1 &&
               (language == "x-default" || unicode::is_language_tag(language));
    }

    /// Of an Alt, in the default language; of a list, its only item.
    std::string value_of(std::string_view name) const {
        const auto found = properties_.find(std::string(name));
        if (found == properties_.end()) return {};
        const XmlElement& element = *found->second;
        if (element.children.empty()) return element.text;
        const auto& items = element.children.front().children;
        if (is_rdf(element.children.front(), "Alt")) {
            const auto item = std::find_if(items.begin(), items.end(), [](const XmlElement& one) {
                return one.attribute(kXmlLang) == "x-default";
            });
            return item == items.end() ? std::string() : item->text;
        }
        return items.size() == 1 ? items.front().text : std::string();
    }

    void compare(const Property& property) {
        const Value& info = file_.at(file_.trailer(), "Info");
        const Check check{file_, problems_, "information dictionary", kArchiveCode};
        auto text = check.text(info, property.info);
        if (!text && properties_.contains(std::string(property.name)))
            xmp_.fail("{} has no equal /{}", property.name, property.info);
        if (!text) return;
        if (property.info.ends_with("Date")) {
            text = iso_date(*text);
            if (text->empty())
                problems_.add(kMetadataCode,
                              "information dictionary: expected a date in UTC as /{}",
                              property.info);
        }
        if (value_of(property.name) != *text)
            xmp_.fail("{} differs from /{}", property.name, property.info);
    }

    bool has(std::string_view name) const { return properties_.contains(std::string(name)); }

    void expect(std::string_view name, std::string_view words) {
        const std::string value = value_of(name);
        if (value.size() != 1 || words.find(value) == std::string_view::npos)
            xmp_.fail("expected one of {} as {}, got \"{}\"", words, name, value);
    }

    PdfPromises check_promises() {
        PdfPromises kept;
        if (has("pdfaid:part") || has("pdfaid:conformance")) {
            expect("pdfaid:part", "23");
            expect("pdfaid:conformance", "A");
            kept.archive_part = value_of("pdfaid:part") == "3" ? 3 : 2;
        }
        if (has("pdfuaid:part") || has("pdfaExtension:schemas")) {
            expect("pdfuaid:part", "1");
            kept.ua_1 = true;
        }
        if (!kept.ua_1 && kept.archive_part == 0)
            xmp_.fail(
                "no pdfuaid:part and no pdfaid:part say what the file "
                "keeps");
        return kept;
    }

    void compare_what_is_known() {
        const std::string language = value_of("dc:language"), date = value_of("xmp:MetadataDate");
        if (has("dc:format") && value_of("dc:format") != "application/pdf")
            xmp_.fail("expected application/pdf as dc:format");
        if (!language.empty() && language != file_.at(file_.catalogue(), "Lang").bytes)
            xmp_.fail("dc:language differs from /Lang");
        if (!date.empty() && date != value_of("xmp:ModifyDate"))
            xmp_.fail("xmp:MetadataDate differs from xmp:ModifyDate");
    }

    /// PDF/A-2, 6.6.2.3: a namespace that XMP does not know is described in the file.
    void check_schema() {
        const auto found = properties_.find("pdfaExtension:schemas");
        if (found == properties_.end()) {
            xmp_.fail("pdfaExtension:schemas is not there");
            return;
        }
        std::map<std::string, std::string> words;
        read_words(*found->second, words);
        const std::map<std::string, std::string> wanted = {
            {"pdfaSchema:namespaceURI", std::string(kUaNamespace)},
            {"pdfaSchema:prefix", "pdfuaid"},
            {"pdfaProperty:name", "part"},
            {"pdfaProperty:valueType", "Integer"},
            {"pdfaProperty:category", "internal"}};
        const bool lacks_words =
            words["pdfaSchema:schema"].empty() || words["pdfaProperty:description"].empty();
        for (const auto& [name, value] : wanted) {
            if (words[name] != value)
                xmp_.fail("expected {} as {} of the extension schema", value, name);
        }
        if (lacks_words || words.size() != wanted.size() + 2)
            xmp_.fail("the extension schema has other words than it needs");
    }

    static void read_words(const XmlElement& element, std::map<std::string, std::string>& words) {
        for (const XmlElement& child : element.children) {
            const std::string name = short_name(child.name);
            if (child.children.empty()) words[name] += child.text;
            // What has parts is a resource, or a list or property that says so itself.
            const bool is_resource = child.attributes.size() == 1 &&
                                     is_rdf({child.attributes[0].first}, "parseType") &&
                                     child.attributes[0].second == "Resource";
            if (name == "rdf:li" ? !is_resource : !child.attributes.empty())
                words["attributes"] = child.name;
            // PDF/A-2, 6.6.2.3.3.
            if (name == "pdfaSchema:property" &&
                (child.children.size() != 1 || !is_rdf(child.children[0], "Seq")))
                words["no Seq"] = child.name;
            read_words(child, words);
        }
    }

    const PdfFile& file_;
    Problems& problems_;
    const Check xmp_;
    std::map<std::string, const XmlElement*> properties_;
};

}  // namespace

PdfPromises check_metadata(const PdfFile& file, Problems& problems) {
    const Check check{file, problems, "information dictionary", kArchiveCode};
    const Value& info = file.at(file.trailer(), "Info");
    check.keys(info, {{"Title", kMust, Holds::String},
                      {"Author", kMay, Holds::String},
                      {"Subject", kMay, Holds::String},
                      {"Keywords", kMay, Holds::String},
                      {"Creator", kMay, Holds::String},
                      {"Producer", kMay, Holds::String},
                      {"CreationDate", kMay, Holds::String},
                      {"ModDate", kMay, Holds::String}});
    check.words(info, "Title");
    const Object* metadata = file.stream(file.raw(file.catalogue(), "Metadata"));
    if (!metadata) return {};
    // Programs that know nothing of PDF find it (PDF/A-2, 6.6.2.1).
    Check{file, problems, "metadata", kArchiveCode}.keys(metadata->value,
                                                         {{"Type", kMust, Holds::Name, "Metadata"},
                                                          {"Subtype", kMust, Holds::Name, "XML"},
                                                          kLength});
    return Packet(file, problems).check(std::string(*metadata->stream));
}

}  // namespace broadside::conformance
