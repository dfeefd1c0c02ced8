#include "broadside/i18n/places.hpp"

#include <gmock/gmock.h>

namespace broadside::i18n {
namespace {

TEST(Places, CountsLinesAndColumnsFromOne) {
    const Places places("a.json", "{\n  \"a\": [1,\n    {\"b/c\": 2}]}");
    EXPECT_EQ(places.find("/a/0").line, 2u);
    EXPECT_EQ(places.find("/a/0").column, 9u);
    EXPECT_EQ(places.find("/a/1/b~1c").line, 3u);
    EXPECT_EQ(places.find("/a/1/b~1c").column, 13u);
}

TEST(Places, AreThoseOfTheTextAfterAByteOrderMark) {
    EXPECT_EQ(Places("a.json", "\xEF\xBB\xBF{\"a\": 1}").find("/a").column, 7u);
}

TEST(Places, GiveTheStartForWhatIsNotThere) {
    EXPECT_EQ(Places("a.json", "{}").find("/a").line, 1u);
    EXPECT_EQ(Places("a.json", "no JSON").find("").column, 1u);
}

TEST(Places, AreThoseOfDiagnostics) {
    const Places places("a.json", "{\"a\": 1}");
    EXPECT_EQ(to_string(error("", "wrong").at(places.place_of("/a"))),
              "a.json:1:7: error: /a: wrong");
}

}  // namespace
}  // namespace broadside::i18n
