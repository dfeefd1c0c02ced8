#include "conformance/good_pdf.hpp"

#include <cstddef>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>

#include "conformance/tiny_font.hpp"

namespace broadside::conformance_test {

namespace {

// Number and text, one object a line.
constexpr std::string_view kObjects = R"pdf(
1 << /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true /Direction /L2R >> /StructTreeRoot 14 0 R /Metadata 11 0 R /OutputIntents [12 0 R] /Outlines 24 0 R /PageMode /UseOutlines /PageLabels << /Nums [0 << /S /D >> 1 << /S /r /St 2 >>] >> /AF [26 0 R] /Names << /EmbeddedFiles << /Names [(data.json) 26 0 R] >> >> >>
2 << /Type /Pages /Kids [3 0 R 17 0 R] /Count 2 >>
3 << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X1 22 0 R /X2 23 0 R >> >> /StructParents 0 /Tabs /S /Annots [20 0 R 21 0 R] /Group << /S /Transparency /CS /DeviceRGB >> >>
5 << /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Tiny /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R >>
6 << /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Tiny /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /CIDToGIDMap /Identity /W [1 [600 700] 3 3 250] >>
7 << /Type /FontDescriptor /FontName /ABCDEF+Tiny /Flags 4 /FontBBox [0 0 700 700] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 8 0 R >>
10 << /Title (Tiny) /Creator (Broadside) /Producer (Broadside 1) /CreationDate (D:19700101000000Z) /ModDate (D:19700101000000Z) >>
12 << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile 13 0 R >>
14 << /Type /StructTreeRoot /K 30 0 R /ParentTree 15 0 R /ParentTreeNextKey 4 /IDTree 60 0 R >>
15 << /Nums [0 16 0 R 1 19 0 R 2 50 0 R 3 53 0 R] >>
16 [31 0 R 34 0 R 37 0 R 38 0 R 41 0 R 42 0 R 32 0 R 46 0 R 51 0 R 48 0 R 50 0 R 53 0 R 64 0 R 66 0 R]
17 << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 18 0 R /Resources << /Font << /F1 5 0 R >> >> /StructParents 1 /Tabs /S >>
19 [57 0 R 55 0 R 56 0 R]
20 << /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [72 300 172 340] /QuadPoints [72 320 172 320 72 340 172 340 72 300 122 300 72 320 122 320] /Contents (Web site) /StructParent 2 /A << /S /URI /URI (https://example.org/a?b=c) >> >>
21 << /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [72 200 82 210] /Contents (Note 1) /StructParent 3 /Dest [17 0 R /XYZ 72 700 null] >>
24 << /Type /Outlines /First 25 0 R /Last 28 0 R /Count 2 >>
25 << /Title (A) /Parent 24 0 R /Next 28 0 R /Dest [3 0 R /XYZ 72 730 null] >>
26 << /Type /Filespec /F (data.json) /UF (data.json) /Desc (What it is made from) /AFRelationship /Source /EF << /F 27 0 R /UF 27 0 R >> >>
28 << /Title (B) /Parent 24 0 R /Prev 25 0 R /Dest [17 0 R /XYZ 72 730 null] >>
30 << /Type /StructElem /S /Document /P 14 0 R /K [31 0 R 33 0 R 47 0 R 51 0 R 57 0 R 54 0 R] >>
31 << /Type /StructElem /S /H1 /P 30 0 R /Pg 3 0 R /K 0 >>
32 << /Type /StructElem /S /Figure /P 44 0 R /Pg 3 0 R /Alt (yes) /A << /O /Layout /Placement /Inline /BBox [300 600 310 610] >> /K 6 >>
33 << /Type /StructElem /S /Table /P 30 0 R /K [34 0 R 35 0 R 39 0 R 62 0 R] >>
34 << /Type /StructElem /S /Caption /P 33 0 R /Pg 3 0 R /K [1] >>
35 << /Type /StructElem /S /THead /P 33 0 R /K 36 0 R >>
36 << /Type /StructElem /S /TR /P 35 0 R /K [37 0 R 38 0 R] >>
37 << /Type /StructElem /S /TH /P 36 0 R /Pg 3 0 R /ID (c1) /A << /O /Table /Scope /Column >> /K 2 >>
38 << /Type /StructElem /S /TH /P 36 0 R /Pg 3 0 R /ID (c2) /A << /O /Table /Scope /Column >> /K 3 >>
39 << /Type /StructElem /S /TBody /P 33 0 R /K [40 0 R 43 0 R 45 0 R] >>
40 << /Type /StructElem /S /TR /P 39 0 R /K [41 0 R 42 0 R] >>
41 << /Type /StructElem /S /TH /P 40 0 R /Pg 3 0 R /ID (r1) /A << /O /Table /Scope /Row /RowSpan 2 /Headers [(c1)] >> /K 4 >>
42 << /Type /StructElem /S /TD /P 40 0 R /Pg 3 0 R /A << /O /Table /Headers [(c2) (r1)] >> /K 5 >>
43 << /Type /StructElem /S /TR /P 39 0 R /K 44 0 R >>
44 << /Type /StructElem /S /TD /P 43 0 R /A << /O /Table /Headers [(c2) (r1)] >> /K 32 0 R >>
45 << /Type /StructElem /S /TR /P 39 0 R /K 46 0 R >>
46 << /Type /StructElem /S /TD /P 45 0 R /Pg 3 0 R /A << /O /Table /ColSpan 2 /Headers [(c1) (c2)] >> /K 7 >>
47 << /Type /StructElem /S /L /P 30 0 R /A << /O /List /ListNumbering /Disc >> /K 61 0 R >>
48 << /Type /StructElem /S /Lbl /P 61 0 R /Pg 3 0 R /K 9 >>
49 << /Type /StructElem /S /LBody /P 61 0 R /K 50 0 R >>
50 << /Type /StructElem /S /Link /P 49 0 R /Pg 3 0 R /K [10 << /Type /OBJR /Obj 20 0 R /Pg 3 0 R >>] >>
51 << /Type /StructElem /S /P /P 30 0 R /Pg 3 0 R /Lang (de-CH) /K [8 52 0 R] >>
52 << /Type /StructElem /S /Reference /P 51 0 R /K 53 0 R >>
53 << /Type /StructElem /S /Link /P 52 0 R /Pg 3 0 R /K [11 << /Type /OBJR /Obj 21 0 R /Pg 3 0 R >>] >>
54 << /Type /StructElem /S /Note /P 30 0 R /ID (n1) /K [55 0 R 56 0 R] >>
55 << /Type /StructElem /S /Lbl /P 54 0 R /K << /Type /MCR /Pg 17 0 R /MCID 1 >> >>
56 << /Type /StructElem /S /P /P 54 0 R /Pg 17 0 R /ActualText (AB) /K 2 >>
57 << /Type /StructElem /S /H2 /P 30 0 R /Pg 17 0 R /K 0 >>
60 << /Names [(c1) 37 0 R (c2) 38 0 R (n1) 54 0 R (r1) 41 0 R (s1) 64 0 R (t1) 66 0 R] >>
62 << /Type /StructElem /S /TBody /P 33 0 R /K [63 0 R 65 0 R] >>
63 << /Type /StructElem /S /TR /P 62 0 R /K 64 0 R >>
64 << /Type /StructElem /S /TH /P 63 0 R /Pg 3 0 R /ID (s1) /A << /O /Table /Scope /Column /ColSpan 2 >> /K 12 >>
65 << /Type /StructElem /S /TR /P 62 0 R /K [66 0 R 67 0 R] >>
66 << /Type /StructElem /S /TH /P 65 0 R /Pg 3 0 R /ID (t1) /A << /O /Table /Scope /Row /Headers [(c1) (s1)] >> /K 13 >>
67 << /Type /StructElem /S /TD /P 65 0 R /A << /O /Table /Headers [(c2) (s1) (t1)] >> >>
61 << /Type /StructElem /S /LI /P 47 0 R /K [48 0 R 49 0 R] >>
)pdf";

constexpr std::string_view kFirstPage = R"pdf(q 0.9 0.95 1 rg
/Artifact << /Type /Background >> BDC 0 700 612 92 re f EMC
Q
/H1 << /MCID 0 >> BDC BT /F1 24 Tf 1 0 0 1 72 730 Tm <00010002> Tj ET EMC
BT /F1 10 Tf 72 660 Td
/Caption << /MCID 1 >> BDC <0001> Tj EMC
/TH << /MCID 2 >> BDC 0 -20 Td <0001> Tj EMC
/TH << /MCID 3 >> BDC 200 0 Td [<0001> -50 <0002>] TJ EMC
/TH << /MCID 4 >> BDC -200 -20 Td <0002> Tj EMC
/TD << /MCID 5 >> BDC 200 0 Td /Span << /ActualText (AB) >> BDC <00020001> Tj EMC EMC
ET
/Artifact BMC 0.5 w 0 J 0 j 10 M [] 0 d 0 0 0 RG 72 620 m 540 620 l S EMC
/Figure << /MCID 6 >> BDC q 10 0 0 10 300 600 cm /X1 Do Q q 1 0 0 1 300 600 cm /X2 Do Q EMC
BT /F1 10 Tf
/Span << /MCID 7 /ActualText (A) /Lang (en) >> BDC 1 0 0 1 72 580 Tm <0001> Tj EMC
/TH << /MCID 12 >> BDC 1 0 0 1 72 560 Tm <0001> Tj EMC
/TH << /MCID 13 >> BDC 1 0 0 1 72 540 Tm <0001> Tj EMC
/P << /MCID 8 >> BDC 1 0 0 1 72 500 Tm /Span << /Lang (fr) >> BDC <00010003> Tj EMC EMC
/Lbl << /MCID 9 >> BDC 1 0 0 1 72 330 Tm <0001> Tj EMC
/Link << /MCID 10 >> BDC 1 0 0 1 82 330 Tm <00010002> Tj EMC
/Link << /MCID 11 >> BDC 1 0 0 1 72 200 Tm 3 Ts <0002> Tj 0 Ts EMC
ET
)pdf";

constexpr std::string_view kSecondPage = R"pdf(BT /F1 10 Tf
/H2 << /MCID 0 >> BDC 1 0 0 1 72 730 Tm <0002> Tj EMC
/Lbl << /MCID 1 >> BDC 1 0 0 1 72 700 Tm <0001> Tj EMC
/P << /MCID 2 >> BDC 1 0 0 1 82 700 Tm <00010002> Tj EMC
/Artifact << /Type /Pagination /Subtype /Footer >> BDC 1 0 0 1 306 20 Tm <0001> Tj EMC
ET
)pdf";

constexpr std::string_view kToUnicode = R"pdf(/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0001> <0002> <0041>
endbfrange
1 beginbfchar
<0003> <0020>
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end
)pdf";

constexpr std::string_view kXmp =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    R"xml(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Tiny</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Broadside</xmp:CreatorTool>
<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>1970-01-01T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>1970-01-01T00:00:00Z</xmp:MetadataDate>
<pdf:Producer>Broadside 1</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>)xml";

std::string deflated(const std::string& bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size,
             reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()));
    packed.resize(size);
    return packed;
}

/// Metadata is read by programs that know nothing of filters.
Source deflated(Source source) {
    if (source.text.find("/Filter") != std::string::npos ||
        source.text.find("/Metadata") != std::string::npos)
        return source;
    source.stream = deflated(source.stream);
    source.text = replaced(source.text, "<<", "<< /Filter /FlateDecode");
    return source;
}

}  // namespace

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        throw std::invalid_argument(fmt::format("there is no \"{}\" in {}", from, text));
    return text.replace(at, from.size(), to);
}

std::string tiny_profile() {
    const std::string d50 = big_endian(0xF6D6, 4) + big_endian(0x10000, 4) + big_endian(0xD32D, 4);
    const std::string xyz = "XYZ " + big_endian(0, 4) + d50;
    const std::string curve = "curv" + big_endian(0, 8);
    const std::vector<std::pair<std::string, std::string>> tags = {
        {"desc", "desc" + big_endian(0, 8)},
        {"cprt", "text" + big_endian(0, 8)},
        {"wtpt", xyz},
        {"rXYZ", xyz},
        {"gXYZ", xyz},
        {"bXYZ", xyz},
        {"rTRC", curve},
        {"gTRC", curve},
        {"bTRC", curve}};
    std::string profile(128, '\0');
    profile.replace(8, 4, big_endian(0x02100000, 4));
    profile.replace(12, 12, "mntrRGB XYZ ");
    profile.replace(24, 6, big_endian(2000, 2) + big_endian(1, 2) + big_endian(1, 2));
    profile.replace(36, 4, "acsp");
    profile.replace(68, 12, d50);
    profile += big_endian(tags.size(), 4);
    std::string data;
    for (const auto& [signature, tag] : tags) {
        profile += signature + big_endian(132 + 12 * tags.size() + data.size(), 4) +
                   big_endian(tag.size(), 4);
        data += tag;
    }
    profile += data;
    return profile.replace(0, 4, big_endian(profile.size(), 4));
}

Sources good_sources() {
    Sources sources;
    std::string_view rest = kObjects.substr(1);
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        const std::size_t space = line.find(' ');
        sources[std::stoi(std::string(line.substr(0, space)))] = {
            std::string(line.substr(space + 1))};
        rest.remove_prefix(line.size() + 1);
    }
    const auto add = [&sources](int number, std::string text, std::string_view stream) {
        sources[number] = {std::move(text), std::string(stream), true};
    };
    const std::string font = font_of(tiny_tables());
    add(4, "<< >>", kFirstPage);
    add(8, fmt::format("<< /Length1 {} >>", font.size()), font);
    add(9, "<< >>", kToUnicode);
    add(11, "<< /Type /Metadata /Subtype /XML >>", kXmp);
    add(13, "<< /N 3 /Alternate /DeviceRGB >>", tiny_profile());
    add(18, "<< >>", kSecondPage);
    add(22,
        "<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceRGB "
        "/BitsPerComponent 8 /SMask 29 0 R >>",
        "rgbRGB");
    add(23,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /ExtGState << /a0 "
        "<< /ca 0.5 /CA 1 /SMask << /S /Luminosity /G 68 0 R >> >> >> /Pattern << /p0 << "
        "/PatternType 2 /Shading << /ShadingType 3 /ColorSpace /DeviceRGB /Coords [0 0 0 0 0 1] "
        "/Function << /FunctionType 3 /Domain [0 1] /Functions [<< /FunctionType 2 /Domain [0 1] "
        "/C0 [0 0 0] /C1 [1 0 0] /N 1 >>] /Bounds [] /Encode [0 1] >> >> >> >> >> >>",
        "q 0 0 m 9 0 l 9 9 l h W* n /a0 gs /Pattern cs /p0 scn 1 0 0 RG 0 0 m 5 0 l 5 5 l h B Q\n");
    add(68,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Group << /S /Transparency /CS "
        "/DeviceGray >> /Resources << /Shading << /h << /ShadingType 2 /ColorSpace /DeviceGray "
        "/Coords [0 0 1 0] /Function << /FunctionType 3 /Domain [0 1] /Functions [<< "
        "/FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>] /Bounds [] /Encode [0 1] >> >> >> "
        ">> >>",
        "/h sh\n");
    add(27, "<< /Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size 2 >> >>", "{}");
    add(29,
        "<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 >>",
        "aA");
    return sources;
}

std::string file_of(const Sources& sources, Packed packed) {
    std::string file = "%PDF-1.7\n%\xB5\xED\xAE\xFB\n";
    const int last = sources.rbegin()->first;
    const int pack = last + 1, table = packed == Packed::Yes ? last + 2 : last + 1;
    std::map<int, std::string> entries = {{0, big_endian(0xFFFF, 7)}};
    const auto begin = [&](int number) {
        entries[number] = big_endian(1, 1) + big_endian(file.size(), 4) + big_endian(0, 2);
        file += fmt::format("{} 0 obj\n", number);
    };
    const auto write_stream = [&](int number, const Source& source) {
        begin(number);
        std::string dictionary = source.text;
        if (dictionary.find("/Length ") == std::string::npos)
            dictionary =
                replaced(dictionary, "<<", fmt::format("<< /Length {}", source.stream.size()));
        file += dictionary + "\nstream\n" + source.stream + "\nendstream\nendobj\n";
    };
    std::string index, objects;
    std::size_t packed_objects = 0;
    for (const auto& [number, source] : sources) {
        if (source.is_stream) {
            write_stream(number, packed == Packed::Yes ? deflated(source) : source);
        } else if (packed == Packed::Yes) {
            entries[number] = big_endian(2, 1) + big_endian(static_cast<std::size_t>(pack), 4) +
                              big_endian(packed_objects++, 2);
            index += fmt::format("{} {} ", number, objects.size());
            objects += source.text + "\n";
        } else {
            begin(number);
            file += source.text + "\nendobj\n";
        }
    }
    if (packed == Packed::Yes)
        write_stream(pack, deflated({fmt::format("<< /Type /ObjStm /N {} /First {} >>",
                                                 packed_objects, index.size()),
                                     index + objects, true}));
    const std::size_t start = file.size();
    begin(table);
    std::string rows;
    for (int number = 0; number <= table; ++number)
        rows += entries.contains(number) ? entries[number] : big_endian(0, 7);
    file += fmt::format(
        "<< /Type /XRef /Size {} /W [1 4 2] /Root 1 0 R /Info 10 0 R /ID [<0123456789ABCDEF> "
        "<0123456789ABCDEF>] /Length {} >>\nstream\n{}\nendstream\nendobj\nstartxref\n{}\n%%EOF\n",
        table + 1, rows.size(), rows, start);
    return file;
}

}  // namespace broadside::conformance_test
