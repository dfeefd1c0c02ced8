#include "broadside/resolve/links.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/pictures.hpp"
#include "broadside/resolve/qr.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

namespace {

using namespace literals;
using model::LinkAddresses;
using model::StyleRole;
using Spans = std::vector<doc::Span>;

constexpr Pt kCodeGap = 6_pt;  // between a QR code and its link
constexpr Pt kLinkGap = 5_pt;  // between links below each other
constexpr Pt kLinkColumnGap = 16_pt;

doc::Paragraph linked_text(const model::Link& link, const Url& url, const model::Project& project) {
    model::Text text = link.text;
    if (text.empty()) {
        const Direction direction = unicode::direction_of(project.dataset.language);
        text = {isolated_address(printed_url(link.url.text), direction), link.url.place};
    }
    doc::Paragraph paragraph = literal_paragraph(text, style_of(project.layout, StyleRole::Link));
    for (doc::Span& span : paragraph.spans) span.url = url;
    paragraph.meaning = Meaning{Role::Link, 0, {}, url};
    return paragraph;
}

std::optional<doc::Symbol> qr_symbol(const model::Link& link, const Url& url,
                                     const model::Project& project, Problems& problems) {
    DrawingRef drawing = code_of(url, project.layout.palette[PaletteColour::Paper], project);
    if (!drawing) {
        problems.error("qr-too-long", link.url.place,
                       fmt::format("the URL of link \"{}\" is too long for a QR code", link.id));
        return std::nullopt;
    }
    // The printed URL beside it says the same, so the code is decoration.
    return doc::Symbol{std::move(drawing),
                       project.layout.qr_size,
                       project.layout.palette[PaletteColour::Ink],
                       {},
                       link.url.place};
}

/// A number to call is said by its words.
bool is_call(const Url& url) { return url.address().starts_with("tel:"); }

bool is_space(const doc::Span& span) {
    return span.text.find_first_not_of(' ') == std::string::npos ||
           span.text == unicode::kNoBreakSpace;
}

/// The address that all words of a paragraph lead to; empty: there is none. Marks, tags and the
/// symbol of a value are no words of it.
Url only_target(const Spans& spans) {
    Url target;
    for (const doc::Span& span : spans) {
        const bool is_aside =
            span.hangs || span.is_tag || is_space(span) || (span.symbol && span.url.empty());
        if (is_aside) continue;
        if (span.url.empty() || (!target.empty() && span.url != target)) return {};
        target = span.url;
    }
    return target;
}

Url only_target(const doc::Content& content) {
    const auto* paragraph = std::get_if<doc::Paragraph>(&content);
    return paragraph ? only_target(paragraph->spans) : Url();
}

class AddressPrint {
public:
    AddressPrint(const model::Project& project, Problems& problems)
        : project_(project),
          direction_(unicode::direction_of(project.dataset.language)),
          problems_(problems) {}

    /// Its paragraphs are what is visited next.
    void operator()(doc::Cell& cell) {
        const auto paragraphs = doc::paragraphs_of(cell.content);
        const bool is_head =
            std::any_of(paragraphs.begin(), paragraphs.end(),
                        [](const doc::Paragraph* paragraph) { return paragraph->is_head; });
        const Url target = is_head || cell.scope == HeaderScope::RowGroup ? Url() : target_of(cell);
        const bool has_code =
            project_.layout.link_addresses == LinkAddresses::Qr && !target.empty();
        if (has_code) {
            if (!is_call(target)) add_code(target, cell);
        } else if (!is_head) {
            print_in(cell);
        }
        done_ = doc::paragraphs_of(cell.content).size();
    }

    void operator()(doc::Paragraph& paragraph) {
        if (done_ > 0) {
            --done_;
        } else if (!paragraph.is_head && paragraph.meaning->role != Role::Link) {
            print_behind_words(paragraph.spans);
        }
    }

private:
    /// The one address that a cell leads to, by all its words or by some.
    static Url target_of(const doc::Cell& cell) {
        Url target;
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
            for (const doc::Span& span : paragraph->spans) {
                if (span.url.empty()) continue;
                if (!target.empty() && span.url != target) return {};
                target = span.url;
            }
        }
        return target;
    }

    void print_in(doc::Cell& cell) {
        for (std::size_t i = 0; i < cell.content.size(); ++i) {
            auto* paragraph = std::get_if<doc::Paragraph>(&cell.content[i]);
            if (!paragraph) continue;
            const Url target = only_target(paragraph->spans);
            if (target.empty()) {
                print_behind_words(paragraph->spans);
                continue;
            }
            const bool goes_on =
                i + 1 < cell.content.size() && only_target(cell.content[i + 1]) == target;
            const bool is_said = is_call(target) || std::any_of(paragraph->spans.begin(),
                                                                paragraph->spans.end(), says_where);
            if (goes_on || is_said) continue;
            doc::Paragraph below;
            below.alignment = paragraph->alignment;
            below.spans.push_back(address(paragraph->spans.front(), target));
            cell.content.insert(cell.content.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                std::move(below));
            ++i;
        }
    }

    void print_behind_words(Spans& spans) const {
        const auto is_linked = [](const doc::Span& span) { return !span.url.empty(); };
        if (std::none_of(spans.begin(), spans.end(), is_linked)) return;
        Spans printed;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const bool goes_on = i + 1 < spans.size() && spans[i + 1].url == spans[i].url;
            printed.push_back(std::move(spans[i]));
            const doc::Span linked = printed.back();
            if (!is_linked(linked) || linked.symbol || goes_on || is_call(linked.url) ||
                says_where(linked))
                continue;
            const doc::Span shown = address(linked, linked.url);
            for (doc::Span part :
                 {styled_span(" (", shown.style), shown, styled_span(")", shown.style)}) {
                part.origin = linked.origin;
                printed.push_back(std::move(part));
            }
        }
        spans = std::move(printed);
    }

    /// In small print, but no larger than what it stands beside, and in its colour.
    doc::Span address(const doc::Span& linked, const Url& url) const {
        TextStyle style = style_of(project_.layout, StyleRole::Detail);
        style.size = std::min(style.size, linked.style.size);
        style.colour = linked.style.colour;
        const std::string readable = isolated_address(printed_url(url.written()), direction_);
        doc::Span span = styled_span(isolated_part(readable, direction_), style);
        span.is_address = true;
        span.url = url;
        return span;
    }

    Colour colour_behind(const doc::Cell& cell) const {
        if (cell.fill) return *cell.fill;
        if (cell.band == kNoBand) {
            // Of what may be there, the one that a code is seen on least.
            const model::Palette& palette = project_.layout.palette;
            return std::min(
                {palette[PaletteColour::Paper], palette[PaletteColour::Stripe],
                 palette[PaletteColour::Emphasis]},
                [](const Colour& a, const Colour& b) { return luminance(a) < luminance(b); });
        }
        const model::Band& band = project_.dataset.bands[static_cast<std::size_t>(cell.band)];
        return band_style(project_.layout, band.tone).tint;
    }

    void add_code(const Url& url, doc::Cell& cell) {
        const Colour behind = colour_behind(cell);
        const auto [known, is_new] = codes_.try_emplace({url.address(), to_string(behind)});
        if (is_new) known->second = code_of(url, behind, project_);
        if (!known->second) {
            problems_.error("qr-too-long", cell.origin,
                            "the address that the cell leads to is too long for a QR code",
                            {"choose a shorter one, or \"link_addresses\": \"address\""});
            return;
        }
        const model::Layout& layout = project_.layout;
        // Words that lead there are beside it, so the code is decoration.
        cell.content.push_back(picture_paragraph(
            doc::Symbol{
                known->second, layout.qr_size, layout.palette[PaletteColour::Ink], {}, cell.origin},
            style_of(layout, StyleRole::Cell), cell.alignment, cell.origin));
    }

    const model::Project& project_;
    const Direction direction_;
    Problems& problems_;
    std::map<std::pair<std::string, std::string>, DrawingRef> codes_;  // which cells share
    std::size_t done_ = 0;  // paragraphs of the cell that are still to come
};

}  // namespace

std::string printed_url(std::string_view url) {
    std::size_t start = url.find(':') + 1;
    if (url.substr(start, 2) == "//") start += 2;
    url.remove_prefix(start);
    if (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return std::string(url);
}

bool says_where(const doc::Span& linked) {
    if (linked.url.empty()) return false;
    const auto says = [&](const std::string& address) {
        return has_address(linked.text, printed_url(address));
    };
    return says(linked.url.written()) || says(linked.url.address());
}

DrawingRef code_of(const Url& url, Colour behind, const model::Project& project) {
    const QrGround ground = qr_ground(project.layout.palette[PaletteColour::Ink], behind);
    const auto drawn = project.qr_codes.find(url.address());
    const bool is_drawn = drawn != project.qr_codes.end() && ground == QrGround::Paper;
    return is_drawn ? drawn->second : qr_drawing(url, ground);
}

doc::Tiles build_links(const model::Project& project, const model::LinksBlock& block,
                       Problems& problems) {
    doc::Tiles links;
    links.gap_beside = kLinkColumnGap;
    links.gap_below = kLinkGap;
    for (const model::Link& link : project.dataset.links) {
        const auto url = parse_url(link.url.text);
        if (!url) {
            problems.error(url.diagnostics().front(), link.url.place);
            continue;
        }
        doc::Labelled set;
        set.gap = kCodeGap;
        set.place = doc::Labelled::Place::Middle;
        if (block.qr) {
            if (auto code = qr_symbol(link, *url, project, problems)) set.label = std::move(*code);
        }
        set.body.push_back(
            literal_paragraph(link.label, style_of(project.layout, StyleRole::LinkLabel)));
        set.body.back().meaning = Meaning{Role::Paragraph};
        set.body.push_back(linked_text(link, *url, project));
        links.boxes.push_back({std::move(set), {Role::ListItem}});
    }
    return links;
}

void show_addresses(std::vector<doc::Box>& blocks, const model::Project& project,
                    Problems& problems) {
    if (project.layout.link_addresses == LinkAddresses::None) return;
    doc::for_each_part(blocks, AddressPrint(project, problems));
}

}  // namespace broadside::resolve
