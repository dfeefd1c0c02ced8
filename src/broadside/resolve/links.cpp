#include "broadside/resolve/links.hpp"

#include <utility>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/qr.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

namespace {

using namespace literals;
using model::StyleRole;

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

DrawingRef code_of(const Url& url, const model::Project& project) {
    const model::Palette& palette = project.layout.palette;
    const QrGround ground = qr_ground(palette.ink, palette.paper);
    const auto drawn = project.codes.find(url.address());
    const bool is_drawn = drawn != project.codes.end() && ground == QrGround::Paper;
    return is_drawn ? drawn->second : qr_drawing(url, ground);
}

std::optional<doc::Symbol> qr_symbol(const model::Link& link, const Url& url,
                                     const model::Project& project, Problems& problems) {
    DrawingRef drawing = code_of(url, project);
    if (!drawing) {
        problems.error("qr-too-long", link.url.place,
                       fmt::format("the URL of link \"{}\" is too long for a QR code", link.id));
        return std::nullopt;
    }
    // The printed URL beside it says the same, so the code is decoration.
    return doc::Symbol{
        std::move(drawing), project.layout.qr_size, project.layout.palette.ink, {}, link.url.place};
}

/// A number to call is said by its words.
bool says_where(const doc::Span& linked) {
    const std::string& address = linked.url.address();
    return address.starts_with("tel:") || linked.text == printed_url(address);
}

}  // namespace

std::string printed_url(std::string_view url) {
    std::size_t start = url.find(':') + 1;
    if (url.substr(start, 2) == "//") start += 2;
    url.remove_prefix(start);
    if (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return std::string(url);
}

doc::Tiles build_links(const model::Project& project, const model::LinksBlock& block,
                       Problems& problems) {
    doc::Tiles links;
    links.gap_beside = kLinkColumnGap;
    links.gap_below = kLinkGap;
    for (const model::Link& link : project.dataset.links) {
        const auto url = parse_url(link.url.text);
        if (!url) {
            const Diagnostic& problem = url.diagnostics().front();
            problems.error(problem.code, link.url.place, problem.message, problem.hints);
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
        links.boxes.push_back({std::move(set)});
    }
    return links;
}

void print_addresses(std::vector<doc::Box>& blocks, Direction direction) {
    doc::for_each_part(blocks, [&](doc::Paragraph& paragraph) {
        if (paragraph.is_head || paragraph.meaning->role == Role::Link) return;
        std::vector<doc::Span>& spans = paragraph.spans;
        for (std::size_t i = spans.size(); i-- > 0;) {
            const doc::Span& linked = spans[i];
            const bool goes_on = i + 1 < spans.size() && spans[i + 1].url == linked.url;
            if (linked.url.empty() || goes_on || says_where(linked)) continue;
            TextStyle style = linked.style;
            style.weight = kRegularWeight;
            const std::string address = printed_url(linked.url.address());
            doc::Span behind =
                styled_span(" (" + isolated_address(address, direction) + ")", style);
            behind.origin = linked.origin;
            spans.insert(spans.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(behind));
        }
    });
}

}  // namespace broadside::resolve
