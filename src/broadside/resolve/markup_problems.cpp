#include "broadside/resolve/checks.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/base/url.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::resolve {

namespace {

constexpr std::size_t kQuotedBytes = 24;

/// A few words of one line from `offset` on.
std::string quoted(std::string_view text, std::size_t offset) {
    // Enough for the excerpt to see that there is more.
    const std::string_view rest = text.substr(offset, 2 * kQuotedBytes);
    return fmt::format("\"{}\"", excerpt(rest.substr(0, rest.find('\n')), kQuotedBytes));
}

std::string hint_for(std::string_view sign) {
    if (sign == "\\") return "write \\\\\\\\ for a backslash, and \\n for a line break";
    const bool is_strong = sign == "**";
    return fmt::format("write {} for the sign itself", is_strong ? "\\\\*\\\\*" : "\\\\_");
}

void check_rich(const model::Text& text, Problems& problems) {
    for (const MarkupRun& run : parse_markup(text.text)) {
        if (run.url.empty()) continue;
        if (const auto url = parse_url(run.url); !url)
            problems.error(url.diagnostics().front(), text.place);
    }
    for (const LooseMark& mark : loose_marks(text.text)) {
        const std::string words = quoted(text.text, mark.offset);
        const bool is_backslash = mark.sign == "\\";
        problems.warning(
            "loose-markup", text.place,
            fmt::format("{} is printed as it is written: {}", words,
                        is_backslash ? "its backslash means nothing"
                                     : fmt::format("its {} has no partner", mark.sign)),
            {hint_for(mark.sign)});
    }
}

void check_literal(const model::Text& text, Problems& problems) {
    const auto runs = parse_markup(text.text);
    const bool has_strong =
        std::any_of(runs.begin(), runs.end(), [](const MarkupRun& run) { return run.strong; });
    if (!has_strong) return;
    problems.warning("loose-markup", text.place,
                     fmt::format("{} is printed as it is written: this text has no markup",
                                 quoted(text.text, text.text.find("**"))));
}

void check_foreign(const model::Text& text, Links links, Problems& problems) {
    for (const ForeignMarkup& markup : foreign_markup(text.text, links)) {
        problems.warning("foreign-markup", text.place,
                         fmt::format("{} is printed as it is written: {} means nothing here",
                                     quoted(text.text, markup.offset), markup.what),
                         {std::string(markup.hint)});
    }
}

constexpr auto kNone = std::string_view::npos;

constexpr std::string_view kTags[] = {
    "a",     "b",      "big",   "blockquote", "br",     "center", "code",  "del", "div",
    "em",    "font",   "h1",    "h2",         "h3",     "h4",     "h5",    "h6",  "hr",
    "i",     "img",    "ins",   "li",         "mark",   "ol",     "p",     "s",   "pre",
    "q",     "script", "small", "span",       "strike", "strong", "style", "sub", "sup",
    "table", "td",     "tr",    "u",          "ul"};

/// The longest stretch at `at` whose characters are `wanted`, and not longer than any tag or
/// entity.
template <typename Predicate>
std::string_view stretch(std::string_view text, std::size_t at, Predicate wanted) {
    constexpr std::size_t kLongest = 12;
    const std::string_view rest = text.substr(std::min(at, text.size()), kLongest);
    return rest.substr(0, static_cast<std::size_t>(
                              std::find_if_not(rest.begin(), rest.end(), wanted) - rest.begin()));
}

char sign_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// `[words](address)`; with a scheme only where nobody reads it.
std::size_t find_link(std::string_view text, Links links) {
    std::size_t opening = kNone;
    const std::size_t last_closing = text.rfind(')');
    for (std::size_t at = text.find_first_of("[]"); at != kNone;
         at = text.find_first_of("[]", at + 1)) {
        if (at > 0 && text[at - 1] == '\\') continue;
        if (text[at] == '[') {
            opening = at;
            continue;
        }
        const std::string_view scheme = stretch(text, at + 2, unicode::is_ascii_letter_or_digit);
        const bool is_read = links == Links::AreRead && !scheme.empty() &&
                             sign_at(text, at + 2 + scheme.size()) == ':';
        const bool is_link = opening != kNone && sign_at(text, at + 1) == '(' && !is_read &&
                             last_closing != kNone && last_closing > at + 2;
        if (is_link) return opening;
        opening = kNone;
    }
    return kNone;
}

/// Lines that begin with one to six `#`, or with `-`, `*` or `+`, and a space behind.
template <typename Predicate>
std::size_t find_line(std::string_view text, Predicate is_wanted) {
    for (std::size_t line = 0; line < text.size();) {
        if (is_wanted(text.substr(line))) return line;
        const std::size_t end = text.find('\n', line);
        if (end == kNone) return kNone;
        line = end + 1;
    }
    return kNone;
}

bool is_heading(std::string_view line) {
    constexpr std::size_t kDeepest = 6;
    const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
    return signs > 0 && signs <= kDeepest && sign_at(line, signs) == ' ' &&
           sign_at(line, signs + 1) > ' ';
}

bool is_list_item(std::string_view line) {
    return line.size() > 2 && std::string_view("-*+").find(line[0]) != kNone && line[1] == ' ' &&
           unicode::is_ascii_letter(line[2]);
}

/// Of two lines and more: "+ ibuprofen" alone adds something to another.
std::size_t find_list(std::string_view text) {
    const std::size_t first = find_line(text, is_list_item);
    const std::size_t end = first == kNone ? kNone : text.find('\n', first);
    const bool has_second = end != kNone && find_line(text.substr(end + 1), is_list_item) != kNone;
    return has_second ? first : kNone;
}

/// `code` between backticks.
std::size_t find_code(std::string_view text) {
    const std::size_t opening = text.find('`');
    if (opening == kNone) return kNone;
    const std::size_t inside = text.find_first_not_of('`', opening);
    return inside != kNone && text.find('`', inside) != kNone ? opening : kNone;
}

/// `__words__`, `~~words~~`: from behind a space to before what is no letter.
std::size_t find_emphasis(std::string_view text) {
    std::size_t found = kNone;
    for (const std::string_view sign : {"__", "~~"}) {
        std::size_t closing = 0;
        for (std::size_t at = text.find(sign); at != kNone; at = closing) {
            closing = text.find(sign, at + sign.size());
            if (closing == kNone) break;
            const char first = sign_at(text, at + sign.size());
            const char behind = sign_at(text, closing + sign.size());
            const bool opens = (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') &&
                               first != sign[0] && first != ' ' && first != '\n';
            if (opens && text[closing - 1] != ' ' && behind != sign[0] &&
                !unicode::is_ascii_letter_or_digit(behind)) {
                found = std::min(found, at);
                break;
            }
        }
    }
    return found;
}

/// `<b>`, `</b>`, `<br/>`, `<a href="…">`.
std::size_t find_tag(std::string_view text) {
    const std::size_t last_closing = text.rfind('>');
    for (std::size_t at = text.find('<'); at != kNone; at = text.find('<', at + 1)) {
        const std::size_t name = at + (sign_at(text, at + 1) == '/' ? 2 : 1);
        const std::string tag =
            unicode::in_small_ascii(stretch(text, name, unicode::is_ascii_letter_or_digit));
        const char behind = sign_at(text, name + tag.size());
        const bool is_tag = contains(kTags, tag) &&
                            (behind == '>' || behind == '/' || behind == ' ') &&
                            last_closing != kNone && last_closing > at;
        if (is_tag) return at;
    }
    return kNone;
}

/// `&amp;`, `&#160;`, `&#xA0;`.
std::size_t find_entity(std::string_view text) {
    for (std::size_t at = text.find('&'); at != kNone; at = text.find('&', at + 1)) {
        const std::size_t start = at + (sign_at(text, at + 1) == '#' ? 2 : 1);
        const std::string_view name = stretch(text, start, unicode::is_ascii_letter_or_digit);
        const bool is_number = start == at + 2 && !name.empty();
        const bool is_name = name.size() > 1 && unicode::is_ascii_letter(name[0]);
        if ((is_number || is_name) && sign_at(text, start + name.size()) == ';') return at;
    }
    return kNone;
}

}  // namespace

void check_markup(const model::Dataset& dataset, Problems& problems) {
    model::visit_texts(dataset, [&problems](const model::TextSlot& slot) {
        switch (slot.form) {
            case model::TextForm::Rich:
                check_foreign(*slot.text, Links::AreRead, problems);
                for (const std::string_view part : markup_parts(slot.key, slot.text->text))
                    check_rich({std::string(part), slot.text->place}, problems);
                break;
            case model::TextForm::Literal:
            case model::TextForm::Unit:
                check_foreign(*slot.text, Links::MeanNothing, problems);
                check_literal(*slot.text, problems);
                break;
            case model::TextForm::Url:
            case model::TextForm::Metadata: break;
        }
    });
}

void check_markup(const model::Layout& layout, Problems& problems) {
    model::for_each_block(layout.blocks, [&problems](const model::Block& block) {
        const auto* text = std::get_if<model::TextBlock>(&block.kind);
        if (text == nullptr) return;
        check_foreign(text->text, Links::AreRead, problems);
        for (const model::Text& paragraph : split_paragraphs(text->text))
            check_rich(paragraph, problems);
    });
}

std::vector<ForeignMarkup> foreign_markup(std::string_view text, Links links) {
    const ForeignMarkup kinds[] = {
        {"a link of Markdown", find_link(text, links),
         "rich text has [words](https://…), a cell or a column its \"url\""},
        {"a heading of Markdown", find_line(text, is_heading), "leave the # out"},
        {"a list of Markdown", find_list(text),
         "write the sign of a list as it is to be printed, as •, and \\n before the next line"},
        {"code of Markdown", find_code(text), "leave the backticks out"},
        {"emphasis of Markdown", find_emphasis(text),
         "markup is **strong**, *emphasis* and _small_"},
        {"a tag of HTML", find_tag(text),
         "markup is **strong**, *emphasis* and _small_, a line break \\n"},
        {"an entity of HTML", find_entity(text),
         "write the character itself, or \\u00a0 for &nbsp;"}};
    std::vector<ForeignMarkup> found;
    std::copy_if(std::begin(kinds), std::end(kinds), std::back_inserter(found),
                 [](const ForeignMarkup& kind) { return kind.offset != kNone; });
    return found;
}

}  // namespace broadside::resolve
