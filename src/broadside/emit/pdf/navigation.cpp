#include "broadside/emit/pdf/navigation.hpp"

#include <fmt/format.h>

#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

/// "/Dest […]": a reader goes there, and keeps its magnification.
std::string pdf_destination(const PdfPlace& place, const std::vector<int>& pages,
                            const scene::Scene& scene) {
    const Upwards upwards{scene.pages[place.page].size.height};
    return fmt::format("/Dest [{} 0 R /XYZ {:.2f} {:.2f} null]", pages[place.page],
                       place.top_left.x.value, upwards.from_foot(place.top_left.y));
}

Rect around(const std::vector<Rect>& areas) {
    Rect all = areas.front();
    for (const Rect& area : areas) all = united(all, area);
    return all;
}

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

/// Places among the entries, the root being behind the last one; -1: none.
struct Family {
    int parent = -1, first = -1, last = -1, previous = -1, next = -1;
    int count = 0;  // of those below it
};

std::vector<Family> families_of(const std::vector<PdfOutlineEntry>& entries) {
    const auto root = static_cast<int>(entries.size());
    std::vector<Family> families(entries.size() + 1);
    std::vector<int> open = {root};
    for (int i = 0; i < root; ++i) {
        while (open.back() != root && entries[open.back()].level >= entries[i].level)
            open.pop_back();
        Family& above = families[open.back()];
        families[i].parent = open.back();
        families[i].previous = above.last;
        if (above.last >= 0) families[above.last].next = i;
        if (above.first < 0) above.first = i;
        above.last = i;
        for (const int one : open) ++families[one].count;
        open.push_back(i);
    }
    return families;
}

}  // namespace

std::string Upwards::rect(const Rect& area) const {
    return fmt::format("{:.2f} {:.2f} {:.2f} {:.2f}", area.x.value, from_foot(area.bottom()),
                       area.right().value, from_foot(area.y));
}

std::string Upwards::quad(const Rect& area) const {
    return fmt::format("{0:.2f} {2:.2f} {1:.2f} {2:.2f} {0:.2f} {3:.2f} {1:.2f} {3:.2f}",
                       area.x.value, area.right().value, from_foot(area.y),
                       from_foot(area.bottom()));
}

int write_outline(PdfWriter& writer, const std::vector<PdfOutlineEntry>& entries,
                  const std::vector<int>& pages, const scene::Scene& scene) {
    if (entries.empty()) return 0;
    const std::vector<Family> families = families_of(entries);
    const int first = writer.new_numbers(families.size());
    for (std::size_t i = 0; i < families.size(); ++i) {
        const Family& family = families[i];
        std::string text = "<< ";
        const auto add = [&](std::string_view key, int place) {
            if (place >= 0) text += fmt::format("/{} {} 0 R ", key, first + place);
        };
        add("Parent", family.parent);
        add("First", family.first);
        add("Last", family.last);
        add("Prev", family.previous);
        add("Next", family.next);
        if (family.count > 0) text += fmt::format("/Count {} ", family.count);
        if (i < entries.size())
            text += fmt::format("/Title {} {} ", text_string(entries[i].title),
                                pdf_destination(entries[i].place, pages, scene));
        else
            text += "/Type /Outlines ";
        writer.write(first + static_cast<int>(i), text + ">>");
    }
    return first + static_cast<int>(entries.size());
}

void write_link(PdfWriter& writer, int number, const PdfLink& link, std::size_t key,
                const PdfLinks& links, const std::vector<int>& pages, const scene::Scene& scene) {
    const Upwards upwards{scene.pages[link.page].size.height};
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
