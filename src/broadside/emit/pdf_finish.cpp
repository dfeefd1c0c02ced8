#include "broadside/emit/pdf_finish.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/emit/pdf_forms.hpp"
#include "broadside/emit/pdf_objects.hpp"

namespace broadside::emit {

namespace {

/// PDF 1.7, 7.3.4.3: a string that needs no escapes.
std::string hexadecimal(const std::string& text) {
    std::string out = "<";
    for (const char c : text) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out + ">";
}

/// PDF counts upwards from the foot of the page.
Pt from_foot(const scene::Page& page, Pt y) { return page.size.height - y; }

class LinkWriter {
public:
    LinkWriter(const scene::Scene& scene, const PdfLinks& links, std::vector<int> page_numbers)
        : scene_(scene), links_(links), page_numbers_(std::move(page_numbers)) {}

    std::string annotation(const PdfLink& link) const {
        const scene::Page& page = scene_.pages[link.page];
        return fmt::format(
            "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0]"
            " /Rect [{:.2f} {:.2f} {:.2f} {:.2f}] {} >>",
            link.area.x.value, from_foot(page, link.area.bottom()).value, link.area.right().value,
            from_foot(page, link.area.y).value, std::visit(*this, link.target));
    }

    // One for each target, giving the annotation's action.
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const UrlTarget& target) const {
        return fmt::format("/A << /S /URI /URI {} >>", hexadecimal(target.url));
    }
    std::string operator()(const NoteTarget& target) const {
        const auto place = links_.places.find(target.id);
        if (place == links_.places.end()) return {};
        const auto& [page, top_left] = place->second;
        return fmt::format("/Dest [{} 0 R /XYZ {:.2f} {:.2f} null]", page_numbers_[page],
                           top_left.x.value, from_foot(scene_.pages[page], top_left.y).value);
    }

private:
    const scene::Scene& scene_;
    const PdfLinks& links_;
    std::vector<int> page_numbers_;
};

void add_annotations(PdfObjects& objects, const scene::Scene& scene, const PdfLinks& links,
                     const std::vector<int>& page_numbers) {
    const LinkWriter writer(scene, links, page_numbers);
    std::vector<std::string> references(scene.pages.size());
    for (const PdfLink& link : links.links) {
        references[link.page] += fmt::format(" {} 0 R", objects.add(writer.annotation(link)));
    }
    for (std::size_t page = 0; page < references.size(); ++page) {
        if (references[page].empty()) continue;
        objects.add_keys(page_numbers[page], fmt::format("/Annots [{} ]", references[page]));
    }
}

/// The forms that a page paints. Cairo 1.16 names one in the page's resources again at each use,
/// but a dictionary has a key once (PDF 1.7, 7.3.7).
std::set<int> name_forms_once(PdfObjects& objects, int resources) {
    constexpr std::string_view kForms = "/XObject <<";
    const std::string body = objects.body(resources);
    const std::size_t found = body.find(kForms);
    if (found == std::string::npos) return {};
    const std::size_t begin = found + kForms.size();
    const std::size_t end = std::min(body.find(">>", begin), body.size());
    std::set<int> forms;
    for (std::size_t at = body.find("/x", begin); at < end; at = body.find("/x", at + 1)) {
        int number = 0;  // of the object, from which Cairo makes the name
        std::from_chars(body.data() + at + 2, body.data() + end, number);
        forms.insert(number);
    }
    std::string once;
    for (const int form : forms) once += fmt::format(" /x{0} {0} 0 R", form);
    objects.replace(resources,
                    fmt::format("{}{} {}", body.substr(0, begin), once, body.substr(end)));
    return forms;
}

std::set<int> name_forms_once(PdfObjects& objects, const std::vector<int>& page_numbers) {
    std::set<int> forms;
    for (const int page : page_numbers)
        forms.merge(name_forms_once(objects, objects.reference(page, "/Resources")));
    return forms;
}

/// Which symbol a form stands in for, counting from 1; 0 when it is no stand-in.
std::size_t symbol_number(const std::string& form) {
    constexpr std::string_view kBox = "/BBox [ -";
    const std::size_t found = form.find(kBox);
    if (found == std::string::npos) return 0;
    std::size_t number = 0;
    std::from_chars(form.data() + found + kBox.size(), form.data() + form.size(), number);
    return number;
}

bool draw_symbols(PdfObjects& objects, const std::set<int>& stand_ins,
                  const std::vector<PdfSymbol>& symbols, PdfForms& forms) {
    for (const int stand_in : stand_ins) {
        const std::size_t number = symbol_number(objects.body(stand_in));
        if (number < 1 || number > symbols.size()) return false;
        const PdfSymbol& symbol = symbols[number - 1];
        objects.remove(objects.reference(stand_in, "/Resources"));
        objects.remove(objects.reference(stand_in, "/Length"));
        objects.replace(stand_in, forms.form(symbol.drawing, symbol.colour));
    }
    return true;
}

/// Cairo 1.16 leaves out the `D:` that PDF 1.7, 7.9.4 wants. It writes texts that have a
/// parenthesis in hexadecimal, so the pattern finds dates only.
void prefix_dates(PdfObjects& objects) {
    constexpr std::string_view kDate = "Date (";
    std::string info = objects.body(objects.info());
    for (std::size_t at = info.find(kDate); at != std::string::npos; at = info.find(kDate, at)) {
        at += kDate.size();
        if (info.compare(at, 2, "D:") != 0) info.insert(at, "D:");
    }
    objects.replace(objects.info(), info);
}

}  // namespace

std::optional<File> finish_pdf(File cairo_file, const scene::Scene& scene,
                               const PdfPainter& painter, PdfForms& forms) {
    auto objects = PdfObjects::read(std::move(cairo_file));
    if (!objects) return std::nullopt;
    const std::vector<int> page_numbers = objects->pages();
    if (page_numbers.size() != scene.pages.size()) return std::nullopt;
    const std::set<int> stand_ins = name_forms_once(*objects, page_numbers);
    if (!draw_symbols(*objects, stand_ins, painter.symbols(), forms)) return std::nullopt;
    add_annotations(*objects, scene, painter.links(), page_numbers);
    prefix_dates(*objects);
    std::string catalog = "/ViewerPreferences << /DisplayDocTitle true >>";
    if (!scene.metadata.language.empty())
        catalog += " /Lang " + hexadecimal(scene.metadata.language);
    objects->add_keys(objects->root(), catalog);
    return objects->finish();
}

}  // namespace broadside::emit
