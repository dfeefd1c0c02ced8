#include "broadside/emit/url.hpp"

#include <gtest/gtest.h>

namespace broadside::emit {
namespace {

TEST(SafeUrl, PassesOrdinaryAddresses) {
    EXPECT_EQ(safe_url("https://example.org/a?b=c&d=%20#e"), "https://example.org/a?b=c&d=%20#e");
    EXPECT_EQ(safe_url("HTTP://example.org"), "HTTP://example.org");
    EXPECT_EQ(safe_url("mailto:a@example.org"), "mailto:a@example.org");
}

TEST(SafeUrl, DropsOtherSchemes) {
    for (const char* url : {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "",
                            "example.org", " https://example.org", "https:/x", "java\nscript:x"}) {
        EXPECT_EQ(safe_url(url), std::nullopt) << url;
    }
}

TEST(SafeUrl, EncodesWhatEndsAString) {
    EXPECT_EQ(safe_url("https://e.org/'\\()\"<>\n"), "https://e.org/%27%5C%28%29%22%3C%3E%0A");
}

TEST(SafeUrl, EncodesOutsideAscii) {
    EXPECT_EQ(safe_url("https://e.org/é"), "https://e.org/%C3%A9");
}

TEST(SafeUrl, EncodesAPercentSignThatStartsNoEscape) {
    EXPECT_EQ(safe_url("https://e.org/100%"), "https://e.org/100%25");
    EXPECT_EQ(safe_url("https://e.org/%zz"), "https://e.org/%25zz");
}

}  // namespace
}  // namespace broadside::emit
