#include "broadside/outputs/output_pattern.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

OutputFields flyer() { return {"messengers", "chat", "flyer-a4", "fr", "svg", 1, 1}; }

std::string expanded(std::string_view pattern, const OutputFields& fields) {
    return expand(*parse_pattern(pattern), fields);
}

std::string refusal(std::string_view pattern) {
    const auto parsed = parse_pattern(pattern);
    return parsed ? "" : to_string(parsed.diagnostics().front());
}

TEST(Expand, FillsEveryPlaceholder) {
    EXPECT_EQ(expanded("{lang}/{id}-{name}-{layout}-{page}.{ext}", flyer()),
              "fr/messengers-chat-flyer-a4-1.svg");
}

TEST(Expand, NumbersPagesBeforeTheExtension) {
    OutputFields fields = flyer();
    fields.pages = 3;
    fields.page = 2;
    EXPECT_EQ(expanded("out.d/{name}.{ext}", fields), "out.d/chat-2.svg");
    EXPECT_EQ(expanded("out.d/{name}", fields), "out.d/chat-2");
    EXPECT_EQ(expanded("{page}.{ext}", fields), "2.svg");
}

TEST(Expand, DoesNotExpandWhatItFilledIn) {
    OutputFields fields = flyer();
    fields.layout = "{id}";
    EXPECT_EQ(expanded("{layout}.{ext}", fields), "{id}.svg");
}

TEST(ParsePattern, SuggestsThePlaceholderThatWasMeant) {
    EXPECT_EQ(refusal("{layuot}.pdf"),
              "error: unknown placeholder \"{layuot}\"\n"
              "  hint: did you mean \"{layout}\"?\n"
              "  hint: known: {id}, {name}, {layout}, {lang}, {ext}, {page}, {record}");
}

TEST(ParsePattern, RefusesLoneBraces) {
    EXPECT_EQ(refusal("a{id"), "error: expected every { to be closed by } in \"a{id\"");
    EXPECT_EQ(refusal("a}id"), "error: expected every { to be closed by } in \"a}id\"");
}

TEST(ExtensionOf, IgnoresDotsOfFoldersAndHiddenFiles) {
    EXPECT_EQ(extension_of("out.d/flyer.pdf"), "pdf");
    EXPECT_EQ(extension_of("out.d/flyer"), "");
    EXPECT_EQ(extension_of(".flyer"), "");
    EXPECT_EQ(extension_of("{name}.{ext}"), "{ext}");
}

}  // namespace
}  // namespace broadside
