#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/i18n/status.hpp"
#include "broadside/resolve/markup.hpp"

namespace broadside::i18n {

namespace {

/// Stretches under one emphasis, however many runs they were read in.
std::size_t stretches(const std::vector<resolve::MarkupRun>& runs,
                      bool resolve::MarkupRun::*emphasis) {
    std::size_t count = 0;
    bool was_inside = false;
    for (const resolve::MarkupRun& run : runs) {
        const bool is_inside = run.*emphasis;
        if (is_inside && !was_inside) ++count;
        was_inside = is_inside;
    }
    return count;
}

/// What readers see of a text's markup: none of it reaches from one paragraph into the next.
struct Markup {
    std::size_t strong = 0;
    std::size_t emphasis = 0;
    std::size_t small = 0;
    std::size_t links = 0;
    std::map<std::string_view, std::size_t> loose;  // by sign
};

Markup markup_of(std::string_view key, std::string_view text) {
    Markup markup;
    for (const std::string_view part : resolve::markup_parts(key, text)) {
        const auto runs = resolve::parse_markup(part);
        markup.strong += stretches(runs, &resolve::MarkupRun::strong);
        markup.emphasis += stretches(runs, &resolve::MarkupRun::emphasis);
        markup.small += stretches(runs, &resolve::MarkupRun::small);
        for (std::size_t i = 0; i < runs.size(); ++i)
            markup.links += !runs[i].url.empty() && (i == 0 || runs[i - 1].url != runs[i].url);
        for (const resolve::LooseMark& mark : resolve::loose_marks(part)) ++markup.loose[mark.sign];
    }
    return markup;
}

/// `{name}`, in no order: languages have their own. `{{` is a brace of records.
std::multiset<std::string> placeholders(std::string_view text) {
    std::multiset<std::string> found;
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        if (text.substr(open, 2) == "{{") {
            ++open;
            continue;
        }
        const std::size_t close = text.find_first_of("{} \n", open + 1);
        if (close != text.npos && text[close] == '}' && close > open + 1)
            found.emplace(text.substr(open, close + 1 - open));
    }
    return found;
}

class Comparison {
public:
    explicit Comparison(const Message& message) : message_(message) {}

    std::vector<std::string> run() && {
        if (message_.form == model::TextForm::Rich) {
            compare_markup();
        } else {
            compare_literal();
        }
        const auto lines = [](const std::string& text) {
            return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        };
        compare("line breaks", lines(message_.source), lines(message_.translation));
        compare_placeholders();
        compare_ends();
        return std::move(problems_);
    }

private:
    void compare(std::string_view what, std::size_t expected, std::size_t got) {
        if (expected != got)
            problems_.push_back(fmt::format("{}: expected {}, got {}", what, expected, got));
    }

    void compare_markup() {
        Markup source = markup_of(message_.key, message_.source);
        Markup translation = markup_of(message_.key, message_.translation);
        compare("stretches of **strong** text", source.strong, translation.strong);
        compare("stretches of *emphasised* text", source.emphasis, translation.emphasis);
        compare("stretches of _small_ text", source.small, translation.small);
        compare("links", source.links, translation.links);
        for (const std::string_view sign : {"**", "_", "\\"}) {
            if (translation.loose[sign] <= source.loose[sign]) continue;
            problems_.push_back(sign == "\\"
                                    ? "expected no \\ but before *, _ or another \\"
                                    : fmt::format("expected every {} to have a partner", sign));
        }
    }

    void compare_literal() {
        const bool has_marks = message_.translation.find("**") != std::string::npos;
        if (has_marks && message_.source.find("**") == std::string::npos)
            problems_.push_back("expected no **: this text has no markup");
    }

    void compare_placeholders() {
        const auto expected = placeholders(message_.source);
        const auto got = placeholders(message_.translation);
        if (expected != got) {
            problems_.push_back(fmt::format("expected the placeholders [{}], got [{}]",
                                            fmt::join(expected, ", "), fmt::join(got, ", ")));
        }
    }

    void compare_ends() {
        const std::string& source = message_.source;
        const std::string& translation = message_.translation;
        const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
        if (is_space(translation.front()) != is_space(source.front()))
            problems_.push_back("expected the same space at the start as in the source");
        if (is_space(translation.back()) != is_space(source.back()))
            problems_.push_back("expected the same space at the end as in the source");
        if (source.starts_with("= ") != translation.starts_with("= "))
            problems_.push_back("expected \"= \" at the start, or not, as in the source");
    }

    const Message& message_;
    std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> mismatches(const Message& message) {
    if (message.source.empty() || message.translation.empty()) return {};
    return Comparison(message).run();
}

}  // namespace broadside::i18n
