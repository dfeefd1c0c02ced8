#include <vector>

#include <gtest/gtest.h>

#include "broadside/conformance/check_file.hpp"
#include "conformance/good_pdf.hpp"
#include "conformance/mutants.hpp"

namespace broadside::conformance_test {

namespace {

using namespace std::string_view_literals;

TEST(CheckArchive, FindsFaultsOfTheCatalogue) {
    expect_found(std::vector<Mutant>{
        {"JavaScript", 1, "/PageMode", "/OpenAction << /S /JavaScript /JS (1) >> /PageMode",
         "pdf-archive", "/OpenAction"},
        {"a form", 1, "/PageMode", "/AcroForm << >> /PageMode", "pdf-archive", "/AcroForm"},
        {"no language", 1, "/Lang (en)", "", "pdf-archive", "/Lang is not there"},
        {"no language tag", 1, "/Lang (en)", "/Lang (English!)", "pdf-archive", "English!"},
        {"not marked", 1, "/Marked true", "/Marked false", "pdf-archive", "/Marked"},
        {"suspects", 1, "/Marked true", "/Marked true /Suspects true", "pdf-archive", "/Suspects"},
        {"no title in the window", 1, "/DisplayDocTitle true", "/DisplayDocTitle false",
         "pdf-archive", "/DisplayDocTitle"},
        {"no preferences", 1, "/ViewerPreferences << /DisplayDocTitle true /Direction /L2R >>", "",
         "pdf-archive", "/ViewerPreferences"},
        {"a wrong direction", 1, "/L2R", "/R2R", "pdf-archive", "/Direction"},
        {"a wrong scaling", 1, "/Direction /L2R", "/Direction /L2R /PrintScaling /Fit",
         "pdf-archive", "/PrintScaling"},
        {"a direction that is not the language's", 1, "/L2R", "/R2L", "pdf-archive", "/Direction"},
        {"no direction of Hebrew", 1, "(en) /MarkInfo", "(he) /MarkInfo", "pdf-archive",
         "/Direction"},
        {"a label of no style", 1, "/S /D", "/S /d", "pdf-archive", "/S"},
        {"a label that counts from 0", 1, "/St 2", "/St 0", "pdf-archive", "/St"},
        {"labels that begin late", 1, "/Nums [0 <<", "/Nums [2 <<", "pdf-archive", "page labels"},
        {"an outline that ends early", 25, "/Next 28 0 R", "", "pdf-archive", "outline"},
        {"an outline in a circle", 28, "/Prev 25 0 R", "/Prev 25 0 R /Next 25 0 R", "pdf-archive",
         "outline"},
        {"an outline of another count", 24, "/Count 2", "/Count 3", "pdf-archive", "/Count"},
        {"an outline without words", 25, "/Title (A)", "/Title ()", "pdf-archive", "/Title"},
        {"an outline to no page", 25, "[3 0 R", "[5 0 R", "pdf-archive", "/Dest"},
    });
}

TEST(CheckArchive, FindsFaultsOfTheOutputIntent) {
    expect_found(std::vector<Mutant>{
        {"no intent", 1, "/OutputIntents [12 0 R]", "/OutputIntents []", "pdf-archive", "intent"},
        {"an intent of another standard", 12, "/GTS_PDFA1", "/GTS_PDFX", "pdf-archive", "/S"},
        {"no condition", 12, "/OutputConditionIdentifier (sRGB)", "", "pdf-archive",
         "/OutputConditionIdentifier"},
        {"no words for the condition", 12, "/Info (sRGB IEC61966-2.1)", "", "pdf-archive", "/Info"},
        {"four colours", 13, "/N 3", "/N 4", "pdf-archive", "/N"},
        {"a profile of grey", 13, "mntrRGB ", "mntrGRAY", "pdf-archive", "profile"},
        {"no profile", 13, "acsp", "acsq", "pdf-archive", "profile"},
        {"a profile without a curve", 13, "gTRC", "xTRC", "pdf-archive", "gTRC"},
        {"a profile of a printer", 13, "mntr", "link", "pdf-archive", "profile"},
        {"a curve of an unknown type", 13, "curv", "xxxx", "pdf-archive", "rTRC"},
        {"a colour of an unknown type", 13, "XYZ \0\0\0\0\0\0\xF6"sv, "XYA \0\0\0\0\0\0\xF6"sv,
         "pdf-archive", "no wtpt"},
        {"an unknown intent", 13, "\0\0\0\0\0\0\xF6\xD6"sv, "\0\0\0\x09\0\0\xF6\xD6"sv,
         "pdf-archive", "intent"},
        {"another light", 13, "\xF6\xD6", "\xF6\xD7", "pdf-archive", "D50"},
        {"the 13th month", 13, "\x07\xD0\0\x01"sv, "\x07\xD0\0\x0D"sv, "pdf-archive", "date"},
        {"bytes that mean nothing", 13, "\xD3\x2D\0\0\0\0\0"sv, "\xD3\x2D\0\0\0\0\1"sv,
         "pdf-archive", "mean nothing"},
    });
}

TEST(CheckArchive, FindsFaultsOfAttachedFiles) {
    expect_found(std::vector<Mutant>{
        {"no relationship", 26, "/AFRelationship /Source", "", "pdf-archive", "/AFRelationship"},
        {"an unknown relationship", 26, "/Source", "/Sauce", "pdf-archive", "/AFRelationship"},
        {"no name in Unicode", 26, "/UF (data.json)", "", "pdf-archive", "/UF"},
        {"no description", 26, "/Desc (What it is made from)", "/Desc ()", "pdf-archive", "/Desc"},
        {"no type", 27, "/Subtype /application#2Fjson", "", "pdf-archive", "/Subtype"},
        {"a type that is none", 27, "/application#2Fjson", "/json", "pdf-archive", "/Subtype"},
        {"another size", 27, "/Size 2", "/Size 3", "pdf-archive", "/Size"},
        {"no date of the file", 27, "/Size 2", "/Size 2 /ModDate (yesterday)", "pdf-archive",
         "/ModDate"},
        {"a sum of the file", 27, "/Size 2", "/Size 2 /CheckSum <00>", "pdf-archive", "/CheckSum"},
        {"not associated", 1, "/AF [26 0 R]", "", "pdf-archive", "/AF"},
        {"not listed", 1, "/Names << /EmbeddedFiles << /Names [(data.json) 26 0 R] >> >>", "",
         "pdf-archive", "/EmbeddedFiles"},
        {"in an archive that has none", 11, "<pdfaid:part>3", "<pdfaid:part>2", "pdf-archive",
         "PDF/A-2"},
    });
}

TEST(CheckArchive, FindsFaultsOfTheMetadata) {
    expect_found(std::vector<Mutant>{
        {"broken XML", 11, "</dc:format>", "</dc:fromat>", "pdf-metadata", "XML"},
        {"a document type", 11, "<x:xmpmeta", "<!DOCTYPE x><x:xmpmeta", "pdf-metadata",
         "document type"},
        {"no packet", 11, "<?xpacket begin", "<?ypacket begin", "pdf-metadata", "xpacket"},
        {"an encoding of the packet", 11, "id=\"W5M", "encoding=\"UTF-8\" id=\"W5M", "pdf-metadata",
         "xpacket"},
        {"another conformance", 11, "<pdfaid:conformance>A", "<pdfaid:conformance>U",
         "pdf-metadata", "pdfaid:conformance"},
        {"another part", 11, "<pdfaid:part>3", "<pdfaid:part>4", "pdf-metadata", "pdfaid:part"},
        {"no PDF/UA", 11, "<pdfuaid:part>1</pdfuaid:part>", "", "pdf-metadata", "pdfuaid:part"},
        {"PDF/UA-2", 11, "<pdfuaid:part>1", "<pdfuaid:part>2", "pdf-metadata", "pdfuaid:part"},
        {"no extension schema", 11, "<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>pdfuaix",
         "pdf-metadata", "schema"},
        {"a schema that is no resource", 11, "<rdf:li rdf:parseType=\"Resource\">",
         "<rdf:li rdf:parseType=\"Literal\">", "pdf-metadata", "schema"},
        {"another title", 11, "x-default\">Tiny", "x-default\">Tony", "pdf-metadata", "dc:title"},
        {"no default title", 11, "x-default", "en", "pdf-metadata", "dc:title"},
        {"another producer", 11, "<pdf:Producer>Broadside 1", "<pdf:Producer>Broadside 2",
         "pdf-metadata", "pdf:Producer"},
        {"another date", 10, "/ModDate (D:1970", "/ModDate (D:1971", "pdf-metadata",
         "xmp:ModifyDate"},
        {"no date", 10, "(D:19700101000000Z) /ModDate", "(yesterday) /ModDate", "pdf-metadata",
         "/CreationDate"},
        {"another language", 11, "<rdf:li>en<", "<rdf:li>fr<", "pdf-metadata", "dc:language"},
        {"a producer in XMP alone", 10, "/Producer (Broadside 1)", "", "pdf-metadata",
         "pdf:Producer"},
        {"a date that is none", 11, "<xmp:MetadataDate>1970-01-01T00:00:00Z",
         "<xmp:MetadataDate>yesterday", "pdf-metadata", "xmp:MetadataDate"},
        {"another format", 11, "application/pdf", "text/html", "pdf-metadata", "dc:format"},
        {"a text between properties", 11, "<dc:format>", "hello<dc:format>", "pdf-metadata",
         "rdf:Description has a text"},
        {"a text between items", 11, "<rdf:li>en</rdf:li>", "<rdf:li>en</rdf:li>text",
         "pdf-metadata", "rdf:Bag has a text"},
        {"a text before RDF", 11, "<rdf:RDF", "hello<rdf:RDF", "pdf-metadata", "has a text"},
        {"an attribute of an item", 11, "<rdf:li>en", "<rdf:li foo=\"x\">en", "pdf-metadata",
         "dc:language"},
        {"a description of another thing", 11, "rdf:about=\"\" xmlns:pdfaExtension",
         "rdf:about=\"uuid:1\" xmlns:pdfaExtension", "pdf-metadata", "two things"},
        {"an empty description of another thing", 11, "</rdf:RDF>",
         "<rdf:Description rdf:about=\"other\"/></rdf:RDF>", "pdf-metadata", "two things"},
        {"an end that says nothing", 11, "end=\"r\"", "end=\"x\"", "pdf-metadata", "xpacket"},
        {"no language of a title", 11, "<dc:title><rdf:Alt>",
         "<dc:title><rdf:Alt><rdf:li xml:lang=\"1 2\">Foo</rdf:li>", "pdf-metadata", "dc:title"},
        {"an unknown property", 11, "<dc:format>", "<dc:mood>good</dc:mood><dc:format>",
         "pdf-metadata", "dc:mood"},
        {"a property twice", 11, "<pdfaid:part>", "<pdfaid:part>3</pdfaid:part><pdfaid:part>",
         "pdf-metadata", "twice"},
        {"no title", 10, "/Title (Tiny)", "", "pdf-archive", "/Title"},
        {"a string of no encoding", 10, "(Tiny)", "(Tin\\235)", "pdf-archive", "/Title"},
    });
    Sources sources = good_sources();
    std::string& xmp = sources[11].stream;
    xmp = replaced(replaced(xmp, "<rdf:Seq>", "<rdf:Bag>"), "</rdf:Seq>", "</rdf:Bag>");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-metadata", "schema"));
    sources = good_sources();
    sources[11].text = "<< /Type /Metadata /Subtype /XML /Filter /FlateDecode >>";
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-archive", "/Filter"));
}

TEST(CheckArchive, TellsWhichStandardsAFileNames) {
    Sources sources = good_sources();
    std::string& xmp = sources[11].stream;
    const auto kept = [&] { return conformance::check_file(file_of(sources)); };
    ASSERT_TRUE(kept().ok());
    EXPECT_TRUE(kept()->ua_1);
    EXPECT_EQ(kept()->archive_part, 3);
    const std::size_t schema = xmp.find("<rdf:Description", xmp.find("</rdf:Description>"));
    xmp.erase(schema, xmp.find("</rdf:RDF>") - schema);
    xmp = replaced(xmp, "<pdfuaid:part>1</pdfuaid:part>\n", "");
    ASSERT_TRUE(kept().ok());
    EXPECT_FALSE(kept()->ua_1);
    EXPECT_EQ(kept()->archive_part, 3);
    xmp = replaced(xmp, "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>",
                   "");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-metadata", "no pdfuaid:part and no"));
}

TEST(CheckArchive, WantsThePrefixesOfTheStandards) {
    Sources sources = good_sources();
    std::string& xmp = sources[11].stream;
    for (std::size_t at = 0; (at = xmp.find("pdfuaid:", at)) != std::string::npos;)
        xmp.replace(at, 8, "ua:");
    xmp = replaced(xmp, "xmlns:pdfuaid", "xmlns:ua");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-metadata", "pdfuaid:part"));
}

TEST(CheckArchive, AcceptsAnArchiveWithoutFiles) {
    Sources sources = good_sources();
    sources[1].text =
        replaced(sources[1].text,
                 " /AF [26 0 R] /Names << /EmbeddedFiles << /Names [(data.json) 26 0 R] >> >>", "");
    sources[11].stream = replaced(sources[11].stream, "<pdfaid:part>3", "<pdfaid:part>2");
    sources.erase(26);
    sources.erase(27);
    EXPECT_TRUE(problems_of(file_of(sources)).empty());
}

}  // namespace

}  // namespace broadside::conformance_test
