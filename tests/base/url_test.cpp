#include "broadside/base/url.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside {
namespace {

std::string address(std::string_view text) {
    const auto url = parse_url(text);
    return url ? url->address() : "error: " + url.diagnostics().front().message;
}

std::string hint(std::string_view text) {
    const auto url = parse_url(text);
    return url || url.diagnostics().front().hints.empty() ? "" : url.diagnostics().front().hints[0];
}

TEST(ParseUrl, TakesFourSchemesInAnyCase) {
    EXPECT_EQ(address("https://example.org/a?b=c&d=%20#e"), "https://example.org/a?b=c&d=%20#e");
    EXPECT_EQ(address("HTTPS://Example.ORG/A"), "https://example.org/A");
    EXPECT_EQ(address("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
    EXPECT_EQ(address("https://[2001:DB8::1]/"), "https://[2001:db8::1]/");
    EXPECT_EQ(address("Mailto:Me@Example.org?subject=a%20b"),
              "mailto:Me@example.org?subject=a%20b");
    EXPECT_EQ(address("tel:+49-30-123456;ext=7"), "tel:+49-30-123456;ext=7");
}

TEST(ParseUrl, RefusesOtherSchemes) {
    for (const char* text : {"javascript:alert(1)", "JavaScript://example.org/%0aalert(1)",
                             "file:///etc/passwd", "data:text/html,x", "ftp://a.org", "", ":"}) {
        EXPECT_THAT(address(text), ::testing::StartsWith("error: expected a URL that starts with"))
            << text;
    }
    EXPECT_EQ(hint("www.example.org/a"), "did you mean \"https://www.example.org/a\"?");
    EXPECT_EQ(hint("//example.org"), "did you mean \"https://example.org\"?");
    EXPECT_EQ(hint("me@example.org"), "did you mean \"mailto:me@example.org\"?");
    EXPECT_EQ(hint("https:/example.org"), "did you mean \"https://example.org\"?");
    EXPECT_EQ(address("https://"), "error: expected a URL with a host, got none");
}

TEST(ParseUrl, NamesASpace) {
    EXPECT_EQ(address("https://e.org/a b"), "error: expected a URL, got a space in it");
    EXPECT_EQ(hint("https://e.org/a b"), "write %20 for it");
    EXPECT_EQ(hint("tel:+49 30 123456"), "write a hyphen, or nothing");
    EXPECT_EQ(address(" https://e.org"), "error: expected a URL, got a space in it");
}

TEST(ParseUrl, RefusesWhatReordersOrHides) {
    for (const char* sign : {"\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u00ad", "\ufeff",
                             "\u00a0", "\u3000", "\u2028", "\n", "\t", "\x7f", "\u0085", "\uffff",
                             "\ufdd0", "\U000e0041", "\ufe0f", "\u3164"}) {
        const std::string text = std::string("https://bank.example/") + sign + "moc.live";
        EXPECT_THAT(address(text),
                    ::testing::StartsWith("error: expected a URL, got the invisible"))
            << text;
    }
    EXPECT_EQ(hint("https://bank.example/\u202emoc.live"),
              "remove it, or write %E2%80%AE where the address has it");
}

TEST(ParseUrl, RefusesHostsThatLookLikeOthers) {
    EXPECT_EQ(address("https://good.example@evil.example/"),
              "error: expected a host, got a user's name before the host \"evil.example\"");
    EXPECT_EQ(hint("https://good.example@evil.example/"), "leave \"good.example@\" out");
    EXPECT_EQ(address("https://good.example\\@evil.example"),
              "error: expected a URL, got a backslash in it");
    for (const char* host :
         {"good.example\uff0fevil.example", "good.example\u2044a", "a..b", "-a.b", "a%2fb", "a\"b",
          "i\u2764.ws", "xn--a", "[::1", "a:b:80", ".", "a,b"}) {
        EXPECT_THAT(address(std::string("https://") + host + "/"), ::testing::StartsWith("error: "))
            << host;
    }
    EXPECT_EQ(address("https://example.org/@me"), "https://example.org/@me");
    EXPECT_EQ(address("https://e.org:65536/"), "error: expected a port up to 65535, got \"65536\"");
    EXPECT_EQ(address("https://e.org:/"), "https://e.org/");
}

TEST(ParseUrl, WritesHostsByIdna) {
    EXPECT_EQ(address("https://MÜLLER-straße.example.org/"),
              "https://xn--mller-strae-46a18a.example.org/");
    EXPECT_EQ(address("https://例え。テスト/"), "https://xn--r8jz45g.xn--zckzah/");
    EXPECT_EQ(address("https://XN--mller-kva.de:443"), "https://xn--mller-kva.de:443");
    EXPECT_EQ(address("https://my_host.example.org./"), "https://my_host.example.org./");
    EXPECT_EQ(address("mailto:büro@müller.de,a@b.org"),
              "mailto:b%C3%BCro@xn--mller-kva.de,a@b.org");
}

TEST(ParseUrl, EncodesWhatAUriHasNoSignFor) {
    EXPECT_EQ(address("https://e.org/Straßen?q=日本#é"),
              "https://e.org/Stra%C3%9Fen?q=%E6%97%A5%E6%9C%AC#%C3%A9");
    EXPECT_EQ(address("https://e.org/'()\"<>[]^`{|}"),
              "https://e.org/'()%22%3C%3E%5B%5D%5E%60%7B%7C%7D");
    EXPECT_EQ(address("https://e.org/100%?a=%zz#b#c"), "https://e.org/100%25?a=%25zz#b%23c");
    EXPECT_EQ(address("https://e.org?a=/?#/?"), "https://e.org?a=/?#/?");
}

TEST(ParseUrl, WantsWholeAddressesOfMailAndTelephone) {
    for (const char* text : {"mailto:", "mailto:me", "mailto:@e.org", "mailto:a@b@",
                             "tel:", "tel:+", "tel:call-me", "tel:1;a=\"b\""}) {
        EXPECT_THAT(address(text), ::testing::StartsWith("error: expected ")) << text;
    }
    EXPECT_EQ(address("mailto:?subject=Hello"), "mailto:?subject=Hello");
}

TEST(MayBreakAddress, IsAfterItsSignsButNotBehindWww) {
    const auto parts = [](std::string_view address) {
        std::string parts;
        for (std::size_t i = 0; i < address.size(); ++i)
            parts += (may_break_address(address, i) ? "|" : "") + std::string(1, address[i]);
        return parts;
    };
    EXPECT_EQ(parts("www.e.org/a-b?c=1"), "www.e.|org/|a-|b?|c=|1");
    EXPECT_EQ(parts("https://www.e.org/www.x"), "https://|www.e.|org/|www.x");
    EXPECT_EQ(parts("bwww.e"), "bwww.|e");
}

}  // namespace
}  // namespace broadside
