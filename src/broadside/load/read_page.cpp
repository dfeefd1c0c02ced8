#include "broadside/load/layout_parts.hpp"

#include <utility>

#include "broadside/load/fields.hpp"
#include "broadside/load/length.hpp"
#include "broadside/load/syntax/node.hpp"

namespace broadside::load {

namespace {

using model::Page;

enum class Orientation { Portrait, Landscape };

constexpr Word<Orientation> kOrientations[] = {{"portrait", Orientation::Portrait},
                                               {"landscape", Orientation::Landscape}};

Size read_named_size(const Node& node, Report& report) {
    const auto size = node.is(JsonType::String) ? find_page_size(node.text()) : std::nullopt;
    if (!size) {
        report_mismatch(node, report,
                        {"unknown-page-size", "a page size or {\"width\", \"height\"}",
                         word_hints(node.text(), page_size_names(), "page sizes")});
    }
    return size.value_or(Size{});
}

constexpr ObjectType kOwnSize{
    "size", "",
    std::array{
        required<&Size::width, kPageLength>("width", "Width of the page."),
        Field<Size>{{"height",
                     kRequired,
                     {.members = R"("anyOf": [{"const": "auto"}, {"$ref": "#/$defs/length"}])"},
                     "Height of the page; \"auto\" makes one page as high as its content."}}}};

void read_own_size(const Node& node, Report& report, Page& page) {
    page.size = {};
    const ObjectReader object = read_fields<kOwnSize>(node, report, page.size);
    const auto height = object.find("height");
    if (height && height->text() == "auto") {
        page.auto_height = true;
    } else if (height) {
        page.size.height = read_page_length(*height, report);
    }
}

void read_size(const Node& node, Report& report, Page& page) {
    if (node.is(JsonType::Object)) {
        read_own_size(node, report, page);
    } else {
        page.size = read_named_size(node, report);
    }
}

constexpr ObjectType kMargin{
    "margin", "",
    std::array{optional<&Insets::top, kSpace>("top", "Margin at the top."),
               optional<&Insets::right, kSpace>("right", "Margin at the right."),
               optional<&Insets::bottom, kSpace>("bottom", "Margin at the bottom."),
               optional<&Insets::left, kSpace>("left", "Margin at the left.")}};

void read_margin(const Node& node, Report& report, Page& page) {
    if (node.is(JsonType::Object)) {
        read_fields<kMargin>(node, report, page.margin);
    } else {
        const Pt margin = read_space(node, report);
        page.margin = {margin, margin, margin, margin};
    }
}

constexpr ObjectType kPage{
    "page", "",
    std::array{
        Field<Page>{{"size",
                     Presence::Optional,
                     {.definition = "page_size"},
                     "A sheet by name, or its width and height.",
                     R"("A4")"},
                    read_size},
        Field<Page>{{"orientation",
                     Presence::Optional,
                     {.words = kWordsOf<kOrientations>},
                     "Of a sheet by name.",
                     R"("portrait")"}},
        Field<Page>{
            {"margin",
             Presence::Optional,
             {.members = R"("anyOf": [{"$ref": "#/$defs/length"}, {"$ref": "#/$defs/margin"}])"},
             "One length, or one for each side.",
             R"("12mm")"},
            read_margin}}};

void apply_orientation(const Node& node, Report& report, const ObjectReader& object, Page& page) {
    const Orientation orientation = read_word(node, report, kOrientations);
    const auto size = object.find("size");
    if (size && size->is(JsonType::Object)) {
        report.error(node.place(), {"misplaced-key",
                                    "unexpected orientation of a page given by width and height",
                                    {"swap width and height instead"}});
    } else if (orientation == Orientation::Landscape) {
        std::swap(page.size.width, page.size.height);
    }
}

void check_margins(const Node& node, Report& report, const Page& page) {
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
    const ObjectReader object = read_fields<kPage>(node, report, page);
    if (const auto orientation = object.find("orientation"))
        apply_orientation(*orientation, report, object, page);
    if (report.count() == errors_before) check_margins(node, report, page);
    return page;
}

std::vector<ObjectKeys> page_objects() {
    return {kObjectOf<kPage>, kObjectOf<kOwnSize>, kObjectOf<kMargin>};
}

}  // namespace broadside::load
