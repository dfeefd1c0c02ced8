#include "broadside/resolve/links.hpp"

#include <utility>

#include <fmt/format.h>

#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/qr.hpp"
#include "broadside/resolve/styles.hpp"

namespace broadside::resolve {

namespace {

using model::StyleRole;

doc::Paragraph linked_text(const model::Link& link, const model::Layout& layout) {
    model::Text text = link.text;
    if (text.empty()) text = {printed_url(link.url.text), link.label.pointer};
    doc::Paragraph paragraph = literal_paragraph(text, style_of(layout, StyleRole::Link));
    for (doc::Span& span : paragraph.spans) span.url = link.url.text;
    return paragraph;
}

DrawingRef code_of(const std::string& url, const model::Project& project) {
    const auto drawn = project.codes.find(url);
    return drawn != project.codes.end() ? drawn->second : qr_drawing(url);
}

std::optional<doc::Symbol> qr_symbol(const model::Link& link, const model::Project& project,
                                     Problems& problems) {
    DrawingRef drawing = code_of(link.url.text, project);
    if (!drawing) {
        problems.error("qr-too-long", link.label.pointer,
                       fmt::format("the URL of link \"{}\" is too long for a QR code", link.id));
        return std::nullopt;
    }
    // The printed URL beside it says the same, so the code is decoration.
    return doc::Symbol{std::move(drawing), project.layout.qr_size, project.layout.palette.ink, {}};
}

}  // namespace

std::string printed_url(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://", "mailto:"}) {
        if (url.substr(0, scheme.size()) == scheme) {
            url.remove_prefix(scheme.size());
            break;
        }
    }
    if (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return std::string(url);
}

doc::LinksBlock build_links(const model::Project& project, const model::LinksBlock& block,
                            Problems& problems) {
    const model::Layout& layout = project.layout;
    doc::LinksBlock links;
    for (const model::Link& link : project.dataset.links) {
        doc::Link set;
        set.label = literal_paragraph(link.label, style_of(layout, StyleRole::LinkLabel));
        set.text = linked_text(link, layout);
        if (block.qr) set.qr = qr_symbol(link, project, problems);
        links.links.push_back(std::move(set));
    }
    return links;
}

}  // namespace broadside::resolve
