#include "broadside/base/url.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <fmt/format.h>
#include <idn2.h>

#include "broadside/base/handle.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/base/whole_text.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside {

namespace {

constexpr std::size_t kQuotedBytes = 60;
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kHexDigits = "0123456789ABCDEFabcdef";

// RFC 3986, appendix A: `unreserved` and `sub-delims` without letters and digits, `:` and `@`.
constexpr std::string_view kPathSigns = "-._~!$&'()*+,;=:@";

// RFC 1035, section 2.3.4.
constexpr std::size_t kMostLabelBytes = 63, kMostHostBytes = 253;

constexpr std::string_view kPartingSigns = "/.-?&=#_@:";  // of an address in print

bool has_sign(std::string_view set, char c) { return set.find(c) != set.npos; }

/// Of any script.
bool is_letter_or_digit(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || unicode::is_ascii_letter_or_digit(c);
}

bool is_only(std::string_view text, std::string_view set) {
    return text.find_first_not_of(set) == text.npos;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string in_quotes(std::string_view text) {
    return fmt::format("\"{}\"", excerpt(text, kQuotedBytes));
}

Diagnostic bad_url(std::string message, Hints hints = {}) {
    return error("bad-url", std::move(message), std::move(hints));
}

/// As `percent_encoded` does it, but for what is that already.
std::string encoded_part(std::string_view text, std::string_view signs) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view code = text.substr(at, 3);
        const bool is_code =
            code.size() == 3 && code[0] == '%' && is_only(code.substr(1), kHexDigits);
        result += is_code ? "%" : percent_encoded(code.substr(0, 1), signs);
    }
    return result;
}

/// What makes a printed address another than the one that it leads to, or none at all.
bool is_unfit(char32_t c) {
    return unicode::is_white_space(c) || unicode::is_control(c) ||
           unicode::is_default_ignorable(c) || unicode::is_noncharacter(c) ||
           (c >= 0xFFF9 && c <= 0xFFFD);
}

std::optional<Diagnostic> unfit_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const unicode::Character c = unicode::character_at(text, at);
        const std::string code = percent_encoded(text.substr(at, c.size), "");
        if (c.code == ' ') {
            const bool is_number = unicode::in_small_ascii(text).starts_with("tel:");
            return bad_url("expected a URL, got a space in it",
                           {is_number ? "write a hyphen, or nothing" : "write %20 for it"});
        }
        if (c.code == '\\')
            return bad_url("expected a URL, got a backslash in it",
                           {"write / between its parts, or %5C for the sign itself"});
        if (is_unfit(c.code))
            return bad_url(fmt::format("expected a URL, got the invisible character {} in it",
                                       code_point(c.code)),
                           {fmt::format("remove it, or write {} where the address has it", code)});
        at += c.size;
    }
    return std::nullopt;
}

Diagnostic unknown_scheme(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view host = text.substr(0, text.find_first_of("/?#"));
    Hints hints;
    if (colon == text.npos && has_sign(host, '@')) {
        hints = {fmt::format("did you mean {}?", in_quotes(fmt::format("mailto:{}", text)))};
    } else if (text.starts_with("//")) {
        hints = {fmt::format("did you mean {}?", in_quotes(fmt::format("https:{}", text)))};
    } else if (colon == text.npos && has_sign(host, '.')) {
        hints = {fmt::format("did you mean {}?", in_quotes(fmt::format("https://{}", text)))};
    }
    return bad_url(
        fmt::format("expected a URL that starts with https:, http:, mailto: or tel:, got {}",
                    in_quotes(text)),
        std::move(hints));
}

/// By UTS 46 without transitional mapping; empty: no name. The library maps what is no sign of a
/// name, as a fullwidth slash, to what is none either: the caller looks at what comes back.
std::string punycode(const std::string& host) {
    std::uint8_t* name = nullptr;
    const int error = idn2_lookup_u8(reinterpret_cast<const std::uint8_t*>(host.c_str()), &name,
                                     IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const Handle<std::uint8_t, idn2_free> owned(name);
    return error == IDN2_OK ? reinterpret_cast<const char*>(name) : "";
}

/// Letters, digits, hyphens, and the underscore that some hosts have; a final point is the root.
bool is_host_name(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    if (host.size() > kMostHostBytes) return false;
    for (const std::string_view label : unicode::split(host, '.')) {
        const bool is_label = !label.empty() && label.size() <= kMostLabelBytes &&
                              label.front() != '-' && label.back() != '-' &&
                              std::all_of(label.begin(), label.end(), [](char c) {
                                  return unicode::is_ascii_letter_or_digit(c) || has_sign("-_", c);
                              });
        if (!is_label) return false;
    }
    return true;
}

/// RFC 3986, `IP-literal`, as far as it keeps everything else out.
bool is_ip_literal(std::string_view host) {
    if (!host.starts_with('[') || !host.ends_with(']')) return false;
    const std::string_view inside = host.substr(1, host.size() - 2);
    return std::count(inside.begin(), inside.end(), ':') >= 2 &&
           inside.find_first_not_of("0123456789abcdef:.") == inside.npos;
}

Result<std::string> ascii_host(std::string_view written) {
    std::string host = unicode::in_small_ascii(written);
    if (is_ip_literal(host)) return host;
    if (!is_ascii(host) || host.find("xn--") != host.npos) host = punycode(host);
    if (is_host_name(host)) return host;
    if (written.empty()) return bad_url("expected a URL with a host, got none");
    return bad_url(fmt::format("expected the name of a host, got {}", in_quotes(written)));
}

/// Empty, or a number of 16 bits.
bool is_port(std::string_view port) {
    constexpr unsigned kHighest = 65535;
    return port.empty() || whole_text_as<unsigned>(port).value_or(kHighest + 1) <= kHighest;
}

/// `authority` is what stands between `//` and the path.
Result<std::string> ascii_authority(std::string_view authority) {
    if (const std::size_t at = authority.rfind('@'); at != authority.npos) {
        return bad_url(fmt::format("expected a host, got a user's name before the host {}",
                                   in_quotes(authority.substr(at + 1))),
                       {fmt::format("leave {} out", in_quotes(authority.substr(0, at + 1)))});
    }
    const std::size_t end_of_ip = authority.rfind(']');
    const std::size_t from = end_of_ip == authority.npos ? 0 : end_of_ip;
    const std::size_t colon = std::min(authority.find(':', from), authority.size());
    const std::string_view port = authority.substr(std::min(colon + 1, authority.size()));
    if (!is_port(port))
        return bad_url(fmt::format("expected a port up to 65535, got {}", in_quotes(port)));
    auto host = ascii_host(authority.substr(0, colon));
    if (host && !port.empty()) host.value().append(":").append(port);
    return host;
}

/// `rest` is what follows `https://`.
Result<std::string> web_address(std::string_view rest) {
    const std::size_t path = std::min(rest.find_first_of("/?#"), rest.size());
    const std::size_t fragment = std::min(rest.find('#'), rest.size());
    const std::size_t query = std::min(rest.find('?'), fragment);
    const std::string in_path(kPathSigns), in_query = in_path + "/?";
    auto authority = ascii_authority(rest.substr(0, path));
    if (!authority) return authority;
    std::string& address = authority.value();
    address += encoded_part(rest.substr(path, query - path), in_path + "/");
    address += encoded_part(rest.substr(query, fragment - query), in_query);
    if (fragment < rest.size()) address += "#" + encoded_part(rest.substr(fragment + 1), in_query);
    return authority;
}

/// RFC 6068; `rest` is what follows `mailto:`.
Result<std::string> mail_address(std::string_view rest) {
    const std::size_t query = std::min(rest.find('?'), rest.size());
    std::string result;
    for (std::string_view left = rest.substr(0, query); !left.empty() || rest.empty();) {
        const std::string_view one = left.substr(0, left.find(','));
        const std::size_t at = one.rfind('@');
        if (at == one.npos || at == 0)
            return bad_url(fmt::format("expected an address as mailto:me@example.org, got {}",
                                       in_quotes(one)));
        const auto host = ascii_host(one.substr(at + 1));
        if (!host) return host;
        if (!result.empty()) result += ',';
        // What has a meaning of its own in a list of addresses stays encoded.
        result += encoded_part(one.substr(0, at), "-._~!$'*+") + "@" + *host;
        left.remove_prefix(std::min(one.size() + 1, left.size()));
    }
    return result + encoded_part(rest.substr(query), std::string(kPathSigns) + "/?");
}

/// RFC 3966; `rest` is what follows `tel:`.
Result<std::string> phone_number(std::string_view rest) {
    const std::string_view number = rest.substr(0, rest.find(';'));
    const std::string_view digits = number.substr(number.starts_with('+') ? 1 : 0);
    const bool is_number = is_only(digits, "0123456789-.()*") &&
                           digits.find_first_of(kDigits) != digits.npos &&
                           encoded_part(rest, "-.()*+;=:") == rest;
    if (is_number) return std::string(rest);
    return bad_url(fmt::format("expected a number as tel:+49-30-123456, got {}", in_quotes(rest)));
}

Result<std::string> ascii_address(std::string_view text) {
    if (const auto problem = unfit_character(text)) return *problem;
    const std::size_t colon = text.find(':');
    const std::string scheme = unicode::in_small_ascii(text.substr(0, colon));
    const bool is_web = scheme == "https" || scheme == "http";
    if (colon == text.npos || !(is_web || scheme == "mailto" || scheme == "tel"))
        return unknown_scheme(text);
    std::string_view rest = text.substr(colon + 1);
    std::string start = scheme + ":";
    if (is_web) {
        const std::string_view host =
            rest.substr(std::min(rest.find_first_not_of('/'), rest.size()));
        if (rest.size() - host.size() != 2)
            return bad_url(
                fmt::format("expected {}:// and a host, got {}", scheme, in_quotes(text)),
                host.empty() ? Hints{}
                             : Hints{fmt::format("did you mean {}?",
                                                 in_quotes(fmt::format("{}://{}", scheme, host)))});
        rest = host;
        start += "//";
    }
    auto address = is_web               ? web_address(rest)
                   : scheme == "mailto" ? mail_address(rest)
                                        : phone_number(rest);
    if (address) address.value().insert(0, start);
    return address;
}

}  // namespace

Result<Url> parse_url(std::string_view text) {
    auto address = ascii_address(text);
    if (!address) return address.diagnostics();
    return Url(Url::Forms{std::move(address).value(), std::string(text)});
}

std::string percent_encoded(std::string_view bytes, std::string_view signs) {
    std::string encoded;
    for (const char c : bytes) {
        if (unicode::is_ascii_letter_or_digit(c) || has_sign(signs, c))
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

bool may_break_address(std::string_view address, std::size_t at) {
    if (at == 0 || at >= address.size() || !is_letter_or_digit(address[at])) return false;
    const std::string_view before = address.substr(0, at);
    constexpr std::string_view kWorldWideWeb = "www.";
    const bool is_behind_www =
        before.ends_with(kWorldWideWeb) &&
        (at == kWorldWideWeb.size() || !is_letter_or_digit(before[at - kWorldWideWeb.size() - 1]));
    return has_sign(kPartingSigns, before.back()) && !is_behind_www;
}

bool has_address(std::string_view text, std::string_view address) {
    const auto goes_on = [](char c) {
        return is_letter_or_digit(c) || has_sign(kPartingSigns, c) || c == '%';
    };
    for (std::size_t at = text.find(address); at != text.npos; at = text.find(address, at + 1)) {
        std::string_view behind = text.substr(at + address.size());
        if (behind.starts_with('.')) behind.remove_prefix(1);  // of the sentence
        const bool begins = at == 0 || !goes_on(text[at - 1]);
        if (begins && (behind.empty() || !goes_on(behind.front()))) return true;
    }
    return false;
}

}  // namespace broadside
