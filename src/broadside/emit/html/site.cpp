#include "broadside/emit/html/site.hpp"

#include <fmt/format.h>

#include "broadside/base/printable.hpp"
#include "broadside/emit/xml.hpp"
#include "broadside/unicode/autonym.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::emit {

namespace {

/// In a script element nothing is escaped: no `<` may stand in it.
std::string in_script(const std::string& text) {
    std::string json;
    for (const char c : json_text(text)) {
        if (c == '<' || c == '>' || c == '&')
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            json += c;
    }
    return json;
}

/// https://schema.org/Article. Whether the author is a person nobody says.
std::string json_ld(const Metadata& metadata) {
    const std::string title = in_script(metadata.title);
    std::string data = fmt::format(
        R"({{"@context":"https://schema.org","@type":"Article","headline":{0},"inLanguage":{1})",
        title, in_script(metadata.language));
    const auto add = [&data](std::string_view form, const std::string& value) {
        if (!value.empty()) data += fmt::format(fmt::runtime(form), in_script(value));
    };
    add(R"(,"description":{})", metadata.description);
    add(R"(,"author":{{"name":{}}})", metadata.author);
    add(R"(,"license":{{"@type":"CreativeWork","name":{}}})", metadata.licence);
    data += fmt::format(R"(,"mainEntity":{{"@type":"Table","name":{}}}}})", title);
    return fmt::format("<script type=\"application/ld+json\">{}</script>\n", data);
}

}  // namespace

std::string site_links(const std::vector<Alternate>& alternates, const Metadata& metadata) {
    if (alternates.empty()) return {};
    std::string links;
    const auto add = [&links](std::string_view language, const Alternate& alternate) {
        links += fmt::format("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
                             escape_xml(language), escape_xml(alternate.href));
    };
    for (const Alternate& alternate : alternates) add(alternate.language, alternate);
    for (const Alternate& alternate : alternates) {
        if (alternate.is_source) add("x-default", alternate);
    }
    return links + json_ld(metadata);
}

std::string language_switcher(const std::vector<Alternate>& alternates, std::string_view own) {
    if (alternates.size() < 2) return {};
    std::string links;
    for (const auto& [language, href, is_source] : alternates) {
        const bool is_rtl = unicode::direction_of(language) == unicode::Direction::RightToLeft;
        links += fmt::format(
            "<li><a href=\"{0}\" hreflang=\"{1}\" lang=\"{1}\" dir=\"{2}\"{3}>{4}</a></li>\n",
            escape_xml(href), escape_xml(language), is_rtl ? "rtl" : "ltr",
            language == own ? " aria-current=\"page\"" : "",
            escape_xml(unicode::autonym(language)));
    }
    return fmt::format("<nav>\n<ul class=\"bsd-languages\">\n{}</ul>\n</nav>\n", links);
}

}  // namespace broadside::emit
