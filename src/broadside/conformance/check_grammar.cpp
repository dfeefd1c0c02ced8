#include <algorithm>
#include <cstdint>
#include <initializer_list>

#include "broadside/base/contains.hpp"
#include "broadside/conformance/checks.hpp"

namespace broadside::conformance {

namespace {

using Types = std::uint64_t;  // a bit each
constexpr Types set_of(std::initializer_list<Type> types) {
    Types set = 0;
    for (const Type type : types) set |= Types{1} << static_cast<unsigned>(type);
    return set;
}
constexpr bool has(Types set, Type type) { return ((set >> static_cast<unsigned>(type)) & 1) != 0; }

constexpr Types kHeadings = set_of({Type::H1, Type::H2, Type::H3, Type::H4, Type::H5, Type::H6});
constexpr Types kGroups = set_of({Type::Part, Type::Sect, Type::Div});
constexpr Types kInline =
    set_of({Type::Span, Type::Link, Type::Reference, Type::Figure, Type::Note});
constexpr Types kBlocks =
    kHeadings | set_of({Type::P, Type::Table, Type::L, Type::Note, Type::Figure, Type::Caption});

/// What an element of a type may hold.
struct Row {
    Types holds;
    bool holds_marks;
};

Row row_of(Type type) {
    switch (type) {
        case Type::Document:
        case Type::Part:
        case Type::Sect:
        case Type::Div: return {kBlocks | kGroups, false};
        case Type::H1:
        case Type::H2:
        case Type::H3:
        case Type::H4:
        case Type::H5:
        case Type::H6:
        case Type::P:
        case Type::Lbl: return {kInline, true};
        case Type::Caption: return {kInline | set_of({Type::P}), true};
        case Type::Table: return {set_of({Type::Caption, Type::THead, Type::TBody}), false};
        case Type::THead:
        case Type::TBody: return {set_of({Type::TR}), false};
        case Type::TR: return {set_of({Type::TH, Type::TD}), false};
        case Type::TH:
        case Type::TD: return {kInline | set_of({Type::P, Type::L}), true};
        case Type::L: return {set_of({Type::Caption, Type::LI}), false};
        case Type::LI: return {set_of({Type::Lbl, Type::LBody}), false};
        case Type::LBody: return {kInline | set_of({Type::P, Type::L}), true};
        case Type::Note: return {kInline | set_of({Type::Lbl, Type::P, Type::L}), true};
        case Type::Reference: return {set_of({Type::Link, Type::Span}), true};
        case Type::Link: return {set_of({Type::Span, Type::Figure, Type::Reference}), true};
        case Type::Figure: return {set_of({Type::Caption}), true};
        case Type::Span: return {kInline, true};
    }
    return {0, false};
}

/// Where in an element's kids a type may stand, and how often.
struct Order {
    Type in, of;
    enum class Where { First, AfterCaption, Once } where;
};
constexpr Order kOrders[] = {{Type::Table, Type::Caption, Order::Where::First},
                             {Type::Table, Type::THead, Order::Where::AfterCaption},
                             {Type::L, Type::Caption, Order::Where::First},
                             {Type::LI, Type::Lbl, Order::Where::First},
                             {Type::Note, Type::Lbl, Order::Where::First},
                             {Type::LI, Type::LBody, Order::Where::Once},
                             {Type::Figure, Type::Caption, Order::Where::Once}};

struct Needed {
    Type in, of;
};
constexpr Needed kNeeded[] = {{Type::Table, Type::TBody},
                              {Type::L, Type::LI},
                              {Type::LI, Type::LBody},
                              {Type::Reference, Type::Link}};

struct Grammar {
    const PdfFile& file;
    const Pages& pages;
    const Structure& structure;
    Problems& problems;

    void check() {
        check_what_is_seen();
        int level = 0;
        for (const Element& element : structure) {
            check_kids(element);
            check_attributes(file, element, problems);
            if (element.type == Type::Figure) check_figure(element);
            if (element.type != Type::Figure && element.dictionary->find("Alt"))
                fail(element, "only a picture has an /Alt");
            if (element.type == Type::L && has_labels(element) &&
                attribute_of(file, element, "List", "ListNumbering").is(Value::Kind::Null))
                fail(element, "a list with labels needs a /ListNumbering");
            if (element.type == Type::Note && !element.dictionary->find("ID"))
                fail(element, "a note needs an /ID");
            if (const int own = heading_level(element.type)) check_heading(element, own, level);
        }
    }

    void fail(const Element& element, std::string_view what) {
        problems.add(kStructureCode, "{}: {}", element.name(), what);
    }

    /// Whether a mark is seen.
    bool looks_at(const Element& element, const Kid& kid) {
        const MarkedContent& mark = pages.all[kid.page].marks[kid.index];
        if (!mark.has_text && !mark.is_seen && element.type != Type::Figure)
            problems.add(kStructureCode, "{}: MCID {} of {} shows nothing", element.name(),
                         kid.index, pages.all[kid.page].name());
        return mark.is_seen;
    }

    /// Whatever has a name in the structure has something to say; cells may be blank.
    void check_what_is_seen() {
        constexpr Types kMayBeBlank =
            set_of({Type::TD, Type::TR, Type::THead, Type::TBody, Type::Span});
        std::vector<bool> is_seen(structure.size());
        for (std::size_t i = structure.size(); i-- > 0;) {
            const Element& element = structure[i];
            for (const Kid& kid : element.kids) {
                if (kid.kind == Kid::Kind::Element) is_seen[i] = is_seen[i] || is_seen[kid.index];
                if (kid.kind == Kid::Kind::Mark) is_seen[i] = looks_at(element, kid) || is_seen[i];
            }
            // What is only heard has nothing to draw.
            if (element.type == Type::Figure && element.dictionary->find("Alt")) is_seen[i] = true;
            if (!is_seen[i] && !element.kids.empty() && !has(kMayBeBlank, element.type))
                fail(element, "nothing of it is seen");
        }
    }

    /// PDF/UA-1, 7.4.2: the first is H1, and none skips a level on the way down.
    void check_heading(const Element& element, int own, int& level) {
        if (own > level + 1) fail(element, "a heading skips a level");
        level = own;
    }

    std::vector<Type> types_of_kids(const Element& element) const {
        std::vector<Type> types;
        for (const Kid& kid : element.kids) {
            if (kid.kind == Kid::Kind::Element) types.push_back(structure[kid.index].type);
        }
        return types;
    }

    bool has_labels(const Element& list) const {
        return std::any_of(list.kids.begin(), list.kids.end(), [this](const Kid& kid) {
            if (kid.kind != Kid::Kind::Element) return false;
            const auto types = types_of_kids(structure[kid.index]);
            return contains(types, Type::Lbl);
        });
    }

    void check_kids(const Element& element) {
        const Row row = row_of(element.type);
        const std::vector<Type> types = types_of_kids(element);
        std::size_t links = 0, marks = 0;
        for (const Kid& kid : element.kids) {
            links += kid.kind == Kid::Kind::Link ? 1 : 0;
            marks += kid.kind == Kid::Kind::Mark ? 1 : 0;
        }
        if (element.kids.empty() && element.type != Type::TD) fail(element, "it holds nothing");
        if (marks > 0 && !row.holds_marks) fail(element, "it holds text without an element");
        if (links > 0 && element.type != Type::Link) fail(element, "a link is in no Link");
        if (element.type == Type::Link && links == 0) fail(element, "a Link has no annotation");
        if (element.type == Type::Link && links == element.kids.size())
            fail(element, "a Link has no words");
        for (const Type type : types) {
            if (!has(row.holds, type))
                problems.add(kStructureCode, "{}: it must not hold {}", element.name(),
                             name_of(type));
        }
        for (const Needed& needed : kNeeded) {
            if (needed.in == element.type && !contains(types, needed.of))
                problems.add(kStructureCode, "{}: it needs {}", element.name(), name_of(needed.of));
        }
        for (const Order& order : kOrders) {
            if (order.in == element.type) check_order(element, types, order);
        }
    }

    void check_order(const Element& element, const std::vector<Type>& types, const Order& order) {
        const auto count = std::count(types.begin(), types.end(), order.of);
        if (count == 0) return;
        const auto place = std::find(types.begin(), types.end(), order.of) - types.begin();
        const bool is_first = place == 0 && element.kids.front().kind == Kid::Kind::Element;
        const bool is_right = order.where == Order::Where::Once ||
                              (order.where == Order::Where::First && is_first) ||
                              (order.where == Order::Where::AfterCaption &&
                               (place == 0 || (place == 1 && types[0] == Type::Caption)));
        if (count > 1 || !is_right)
            problems.add(kStructureCode, "{}: {} is there twice, or not before what follows it",
                         element.name(), name_of(order.of));
    }

    /// PDF/UA-1, 7.3, and PDF 1.7, 14.8.5.4: what is seen, in words, and where it stands.
    void check_figure(const Element& element) {
        if (!element.dictionary->find("Alt")) fail(element, "a picture needs words as /Alt");
        const auto box = file.numbers(attribute_of(file, element, "Layout", "BBox"), 4);
        const auto mark = std::find_if(element.kids.begin(), element.kids.end(),
                                       [](const Kid& kid) { return kid.kind == Kid::Kind::Mark; });
        if (!box || mark == element.kids.end())
            fail(element, "a picture needs a mark, and a /BBox");
        else if (box_of(*box).is_empty() || !pages.all[mark->page].box.holds(box_of(*box)))
            fail(element, "its /BBox is not on its page");
    }
};

}  // namespace

void check_grammar(const PdfFile& file, const Pages& pages, const Structure& structure,
                   Problems& problems) {
    Grammar{file, pages, structure, problems}.check();
    for (std::size_t i = 0; i < structure.size(); ++i) {
        if (structure[i].type == Type::Table) check_table(file, structure, i, problems);
    }
}

}  // namespace broadside::conformance
