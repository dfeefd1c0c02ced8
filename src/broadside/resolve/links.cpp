#include "broadside/resolve/links.hpp"

#include <utility>

#include <fmt/format.h>

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
    const auto drawn = project.codes.find(url.address());
    const bool is_drawn = drawn != project.codes.end() && ground == QrGround::Paper;
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
        links.boxes.push_back({std::move(set), {Role::ListItem}});
    }
    return links;
}

}  // namespace broadside::resolve
