#include "broadside/emit/pdf/links.hpp"

#include <fmt/format.h>

#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

Rect around(const std::vector<Rect>& areas) {
    Rect all = areas.front();
    for (const Rect& area : areas) all = united(all, area);
    return all;
}

/// In PDF's direction, from the foot of the page upwards.
class Upwards {
public:
    explicit Upwards(Pt height) : height_(height) {}

    std::string rect(const Rect& area) const {
        return fmt::format("{:.2f} {:.2f} {:.2f} {:.2f}", area.x.value, from_foot(area.bottom()),
                           area.right().value, from_foot(area.y));
    }

    /// As all readers take them, whatever PDF 1.7 says of their order: upper left and right, lower
    /// left and right.
    std::string quad(const Rect& area) const {
        return fmt::format("{0:.2f} {2:.2f} {1:.2f} {2:.2f} {0:.2f} {3:.2f} {1:.2f} {3:.2f}",
                           area.x.value, area.right().value, from_foot(area.y),
                           from_foot(area.bottom()));
    }

private:
    double from_foot(Pt y) const { return (height_ - y).value; }

    Pt height_;
};

struct Action {
    const PdfLinks& links;
    const std::vector<int>& pages;
    const scene::Scene& scene;
    std::size_t page;  // the link's

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const Url& url) const {
        return fmt::format("/A << /S /URI /URI {} >>", byte_string(url.address()));
    }
    std::string operator()(const NoteTarget& target) const {
        // On the same page, if it is there.
        auto place = links.notes.find({target.note, page});
        if (place == links.notes.end()) place = links.notes.lower_bound({target.note, 0});
        return pdf_destination(place->second, pages, scene);
    }
    std::string operator()(const MarkTarget& target) const {
        return pdf_destination(links.marks.at(target.note), pages, scene);
    }
};

}  // namespace

void write_link(PdfWriter& writer, int number, const PdfLink& link, std::size_t key,
                const PdfLinks& links, const std::vector<int>& pages, const scene::Scene& scene) {
    const Upwards upwards(scene.pages[link.page].size.height);
    std::string text = fmt::format(
        "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{}] {} /Contents {}"
        " /StructParent {}",
        upwards.rect(around(link.areas)),
        std::visit(Action{links, pages, scene, link.page}, link.target), text_string(link.name),
        key);
    if (link.areas.size() > 1) {
        text += " /QuadPoints [";
        for (const Rect& area : link.areas) text += ' ' + upwards.quad(area);
        text += ']';
    }
    writer.write(number, text + " >>");
}

}  // namespace broadside::emit
