#include "broadside/batch/dependencies.hpp"

#include <gtest/gtest.h>

namespace broadside::batch {
namespace {

TEST(ToText, WritesJsonToo) {
    EXPECT_EQ(*to_text({{"a.pdf", {"b", "c\"d"}}}, DependencyFormat::Json),
              "{\n  \"a.pdf\": [\n    \"b\",\n    \"c\\\"d\"\n  ]\n}\n");
}

TEST(ToText, RefusesNamesThatCannotBeWritten) {
    for (const char* name : {"a\nb", "a\r", "~a", "a\\", "a(b)", "a\\=b", "a\\;b"}) {
        EXPECT_FALSE(to_text({{"a.pdf", {"b", name}}}, DependencyFormat::Make)) << name;
        EXPECT_FALSE(to_text({{name, {"b"}}}, DependencyFormat::Make)) << name;
        EXPECT_TRUE(to_text({{name, {name}}}, DependencyFormat::Json)) << name;
    }
    const auto refused = to_text({{"a.pdf", {"a\nb"}}}, DependencyFormat::Make);
    EXPECT_EQ(to_string(refused.diagnostics().front()),
              "error: \"a\\u000ab\" has a name that cannot be written for make\n"
              "  hint: --deps-format json names every file");
    EXPECT_TRUE(to_text({{"a.pdf", {"\xE9"}}}, DependencyFormat::Make));
    EXPECT_FALSE(to_text({{"a.pdf", {"\xE9"}}}, DependencyFormat::Json));
    EXPECT_FALSE(to_text({{"\xE9", {"a"}}}, DependencyFormat::Json));
}

TEST(BeginsAsDependencies, KnowsItsOwnFormatsFromOthers) {
    const Dependencies some = {{"a b.pdf", {"b", "c d"}}, {"e.pdf", {"f"}}};
    for (const auto format : {DependencyFormat::Make, DependencyFormat::Json}) {
        EXPECT_TRUE(begins_as_dependencies(*to_text(some, format)));
        EXPECT_TRUE(begins_as_dependencies(to_text(some, format)->substr(0, 20))) << "cut";
        EXPECT_TRUE(begins_as_dependencies(*to_text({}, format)));
    }
    for (const char* other : {"all: \\\n  a\n\tcc a\n", "CC = gcc\n", "# notes\n", "  indented\n",
                              "{\n  \"format\": 1,\n", "%PDF-1.7\n"})
        EXPECT_FALSE(begins_as_dependencies(other)) << other;
}

}  // namespace
}  // namespace broadside::batch
