#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/good_pdf.hpp"
#include "conformance/mutants.hpp"

namespace broadside::conformance_test {

namespace {

using ::testing::HasSubstr;

std::string messages_from(const std::string& file) { return messages_of(problems_of(file)); }

TEST(CheckFile, FindsNothingInAGoodFile) { EXPECT_EQ(messages_from(file_of(good_sources())), ""); }

TEST(CheckFile, ReadsObjectStreamsAndDeflatedOnes) {
    EXPECT_EQ(messages_from(file_of(good_sources(), Packed::Yes)), "");
}

TEST(CheckFile, FindsFaultsOfSyntax) {
    expect_found(std::vector<Mutant>{
        {"a key twice", 10, "/Title (Tiny)", "/Title (Tiny) /Title (Tiny)", "pdf-file",
         "object 10: the key /Title stands there twice"},
        {"half a byte in hexadecimal", 10, "(Tiny)", "<54696E790>", "pdf-file", "odd number"},
        {"an object that is not there", 2, "17 0 R", "99 0 R", "pdf-file",
         "object 99, which is not there"},
        {"an integer of 33 bits", 3, "612 792", "612 2147483648", "pdf-file", "integer"},
        {"a wrong length", 27, "/Params", "/Length 1 /Params", "pdf-file", "endstream"},
        {"a stream in another file", 18, "<<", "<< /F (other.bin)", "pdf-content", "/F"},
        {"LZW", 18, "<<", "<< /Filter /LZWDecode", "pdf-content", "/LZWDecode"},
        {"broken compression", 18, "<<", "<< /Filter /FlateDecode", "pdf-content",
         "cannot be unpacked"},
        {"a comment", 2, "<<", "<< % here\n", "pdf-file", "comment"},
        {"a name that is not UTF-8", 3, "/F1 5", "/F1#C3#28 5", "pdf-file", "UTF-8"},
        {"a name with NUL", 3, "/F1 5", "/F1#00 5", "pdf-file", "#00"},
        {"a name with a byte that is not written with #", 3, "/F1 5", "/F\xC3\xA9 5", "pdf-file",
         "!"},
        {"a number that is next to 0", 3, "612 792", "0.00000000000000000000000000000000000001 792",
         "pdf-file", "nearer to 0"},
    });
}

TEST(CheckFile, FindsObjectsThatNothingLeadsTo) {
    Sources sources = good_sources();
    sources[70].text = "<< /S /JavaScript >>";
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-file", "object 70: nothing"));
}

TEST(CheckFile, HoldsStringsAndNamesToTheirLimits) {
    Sources sources = good_sources();
    sources[31].text =
        replaced(sources[31].text, "/K 0", "/K 0 /ActualText (" + std::string(32768, 'A') + ")");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-file", "32767"));
    sources = good_sources();
    sources[3].text =
        replaced(sources[3].text, "/F1 5 0 R", "/F1 5 0 R /" + std::string(128, 'F') + " 5 0 R");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-file", "127"));
}

/// One fault in the bytes of the good file.
struct FileMutant {
    std::string_view name, from, to, says;
};

TEST(CheckFile, FindsFaultsOfTheContainer) {
    const std::vector<FileMutant> mutants = {
        {"a stream behind a carriage return", "stream\nq 0.9", "stream\rq 0.9", "carriage return"},
        {"an object 0 that may come back", "\xFF\xFF\x01", std::string_view("\0\0\x01", 3),
         "object 0"},
        {"an empty identifier", "<0123456789ABCDEF>]", "<>]", "/ID"},
        {"an older version", "%PDF-1.7", "%PDF-1.4", "%PDF-1.7"},
        {"a text file", "%\xB5\xED\xAE\xFB", "%abcd", "above 127"},
        {"no end", "%%EOF\n", "%%EOX\n", "%%EOF"},
        {"bytes after the end", "%%EOF\n", "%%EOF\nrubbish", "%%EOF"},
        {"bytes between objects", "endobj\n3 0", "endobj\nxxx\n3 0", "object"},
        {"endstream in the last line", "EMC\nET\n\nendstream", "EMC\nET\n endstream", "endstream"},
        {"a wrong place of the table", "startxref\n", "startxref\n1", "startxref"},
        {"a shifted object", "endobj\n3 0", "endobj\n\n3 0", "expected an object"},
        {"an encrypted file", "/Info 10", "/Encrypt 10 0 R /Info 10", "/Encrypt"},
        {"no identifier", "/ID [<0123456789ABCDEF> <0123456789ABCDEF>]", "", "/ID"},
        {"one identifier", "/ID [<0123456789ABCDEF> <0123456789ABCDEF>]",
         "/ID [<0123456789ABCDEF>]", "/ID"},
        {"a generation", "\n3 0 obj", "\n3 1 obj", "generation"},
        {"too large a number", "/Size 7", "/Size 9", "/Size"},
        {"an object twice", "\n3 0 obj", "\n2 0 obj", "twice"},
    };
    const std::string good = file_of(good_sources());
    for (const FileMutant& mutant : mutants) {
        const std::string file = replaced(good, mutant.from, mutant.to);
        EXPECT_TRUE(holds(problems_of(file), "pdf-file", mutant.says))
            << mutant.name << ": " << messages_from(file);
    }
}

TEST(CheckFile, FindsWhatStandsBetweenPackedObjects) {
    for (const char* stray : {" 7", " endobj", " << /S /JavaScript >> foo"}) {
        Sources sources = good_sources();
        sources[57].text += stray;
        EXPECT_TRUE(holds(problems_of(file_of(sources, Packed::Yes)), "pdf-file", "stands before"))
            << stray;
    }
}

TEST(CheckFile, SaysThatAFileIsCut) {
    const std::string good = file_of(good_sources());
    const std::size_t stream = good.find("stream\n");
    EXPECT_THAT(messages_from(good.substr(0, stream + 9)), HasSubstr("the file ends inside its"));
}

TEST(CheckFile, SurvivesWhateverIsCutOff) {
    for (const Packed packed : {Packed::No, Packed::Yes}) {
        const std::string good = file_of(good_sources(), packed);
        for (std::size_t size = 0; size + 1 < good.size(); size += 7)
            ASSERT_FALSE(problems_of(std::string_view(good).substr(0, size)).empty()) << size;
    }
}

TEST(CheckFile, SurvivesAnyByte) {
    for (const Packed packed : {Packed::No, Packed::Yes}) {
        std::string file = file_of(good_sources(), packed);
        for (std::size_t at = 0; at < file.size(); at += 17) {
            const char good = file[at];
            for (const char byte : {'\0', '9', '<', '(', '/', '\xFF'}) {
                file[at] = byte;
                problems_of(file);
            }
            file[at] = good;
        }
        EXPECT_EQ(messages_from(file), "");
    }
}

TEST(CheckFile, BoundsWhatIsNested) {
    Sources sources = good_sources();
    sources[10].text = replaced(sources[10].text, "(Tiny)", std::string(100000, '['));
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-file", "nested"));
}

// What many places lead to is walked through from each of them.
TEST(CheckFile, BoundsWhatIsShared) {
    Sources sources = good_sources();
    sources[10].text = replaced(sources[10].text, "/Title (Tiny)", "/Title 70 0 R /Author 70 0 R");
    sources[70].text = "(Tiny)";
    EXPECT_THAT(messages_from(file_of(sources)), HasSubstr("object 70: an array or a string"));
}

TEST(CheckFile, EndsInTimeThatGrowsWithTheFile) {
    Sources sources = good_sources();
    std::string marks, dictionary = "<<";
    for (int i = 0; i < 20000; ++i) {
        marks += "0 ";
        dictionary += fmt::format(" /K{} {}", i, i);
    }
    sources[57].text = replaced(sources[57].text, "/K 0", "/K [" + marks + "]");
    sources[70].text = dictionary + " >>";
    for (int number = 100; number < 20000; ++number)
        sources[number].text = "<< /Type /StructElem /S /P /P 30 0 R /A 70 0 R /K 70 0 R >>";
    std::string kids;
    for (int number = 100; number < 20000; ++number) kids += fmt::format("{} 0 R ", number);
    sources[30].text = replaced(sources[30].text, "/K [", "/K [" + kids);
    EXPECT_FALSE(problems_of(file_of(sources)).empty());
}

TEST(CheckFile, BoundsNumbersOfMarks) {
    Sources sources = good_sources();
    sources[18].stream = replaced(sources[18].stream, "/MCID 2 ", "/MCID 2000000000 ");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-content", "MCID 2 is left out"));
}

TEST(CheckFile, BoundsWhatIsUnpacked) {
    Sources sources = good_sources();
    sources[18].stream = std::string(std::size_t{300} << 20, ' ');
    EXPECT_TRUE(holds(problems_of(file_of(sources, Packed::Yes)), "pdf-content", "unpacked"));
}

}  // namespace

}  // namespace broadside::conformance_test
