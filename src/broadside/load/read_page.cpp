#include "broadside/load/read_page.hpp"

#include <utility>

#include "broadside/load/layout_keys.hpp"
#include "broadside/load/page_size.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/load/syntax/word_hints.hpp"

namespace broadside::load {

namespace {

enum class Orientation { Portrait, Landscape };

Orientation read_orientation(const Node& node, Report& report) {
    static constexpr Word<Orientation> kWords[] = {{"portrait", Orientation::Portrait},
                                                   {"landscape", Orientation::Landscape}};
    return read_word(node, report, kWords);
}

Size read_named_size(const Node& node, Report& report) {
    const auto size = node.is(JsonType::String) ? find_page_size(node.text()) : std::nullopt;
    if (!size) {
        report_mismatch(node, report,
                        {"unknown-page-size", "a page size or {\"width\", \"height\"}",
                         word_hints(node.text(), page_size_names(), "page sizes")});
    }
    return size.value_or(Size{});
}

void read_own_size(const Node& node, Report& report, model::Page& page) {
    page.size = {};
    const ObjectReader object(node, kSizeKeys, report);
    object.read("width", page.size.width, read_page_length);
    const auto height = object.find("height");
    if (height && height->text() == "auto") {
        page.auto_height = true;
    } else if (height) {
        page.size.height = read_page_length(*height, report);
    }
}

Insets read_margin(const Node& node, Report& report, const Insets& defaults) {
    if (!node.is(JsonType::Object)) {
        const Pt margin = read_space(node, report);
        return {margin, margin, margin, margin};
    }
    Insets margin = defaults;
    const ObjectReader object(node, kMarginKeys, report);
    object.read("top", margin.top, read_space);
    object.read("right", margin.right, read_space);
    object.read("bottom", margin.bottom, read_space);
    object.read("left", margin.left, read_space);
    return margin;
}

void apply_orientation(const Node& node, Report& report, const ObjectReader& object,
                       model::Page& page) {
    const Orientation orientation = read_orientation(node, report);
    const auto size = object.find("size");
    if (size && size->is(JsonType::Object)) {
        report.error(node.place(), {"misplaced-key",
                                    "unexpected orientation of a page given by width and height",
                                    {"swap width and height instead"}});
    } else if (orientation == Orientation::Landscape) {
        std::swap(page.size.width, page.size.height);
    }
}

void check_margins(const Node& node, Report& report, const model::Page& page) {
    const bool too_wide = page.margin.left + page.margin.right >= page.size.width;
    const bool too_high =
        !page.auto_height && page.margin.top + page.margin.bottom >= page.size.height;
    if (!too_wide && !too_high) return;
    report.error(node.place(),
                 {"bad-margin", "expected margins smaller than the page, got none of it left"});
}

}  // namespace

model::Page read_page(const Node& node, Report& report, const model::Page& defaults) {
    model::Page page = defaults;
    const std::size_t errors_before = report.count();
    const ObjectReader object(node, kPageKeys, report);
    if (const auto size = object.find("size")) {
        if (size->is(JsonType::Object)) {
            read_own_size(*size, report, page);
        } else {
            page.size = read_named_size(*size, report);
        }
    }
    if (const auto orientation = object.find("orientation")) {
        apply_orientation(*orientation, report, object, page);
    }
    if (const auto margin = object.find("margin"))
        page.margin = read_margin(*margin, report, page.margin);
    if (report.count() == errors_before) check_margins(node, report, page);
    return page;
}

}  // namespace broadside::load
