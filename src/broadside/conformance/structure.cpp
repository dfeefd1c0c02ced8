#include "broadside/conformance/structure.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

// In the order of `Type`.
constexpr std::string_view kNames[] = {
    "Document", "Part", "Sect",    "Div",   "H1",    "H2",        "H3",   "H4",     "H5",
    "H6",       "P",    "Caption", "Table", "THead", "TBody",     "TR",   "TH",     "TD",
    "L",        "LI",   "Lbl",     "LBody", "Note",  "Reference", "Link", "Figure", "Span"};
static_assert(std::size(kNames) == static_cast<std::size_t>(Type::Span) + 1);

class StructureReader {
public:
    StructureReader(const PdfFile& file, const Pages& pages, Problems& problems)
        : file_(file), pages_(pages), problems_(problems) {}

    Structure read() {
        const Object* root = file_.object(file_.raw(file_.catalogue(), "StructTreeRoot"));
        if (!root) return {};
        const Check check{file_, problems_, "structure tree", kStructureCode};
        check.keys(root->value, {{"Type", kMust, Holds::Name, "StructTreeRoot"},
                                 {"K", kMust, Holds::Any},
                                 {"ParentTree", kMust, Holds::Dictionary},
                                 {"ParentTreeNextKey", kMust, Holds::Integer},
                                 {"IDTree", kMay, Holds::Dictionary}});
        const Value& raw = file_.raw(root->value, "K");
        const Value& kids = file_.follow(raw);
        const Value& document =
            kids.is(Kind::Array) && kids.items.size() == 1 ? kids.items[0] : raw;
        const Object* object = file_.object(document);
        if (!object || !file_.at(object->value, "S").is_name("Document"))
            problems_.add(kStructureCode, "structure tree: expected one Document as /K");
        if (object) read_element(*object, *root, 0);
        return std::move(structure_);
    }

private:
    /// None where it is no element, or is one already.
    std::optional<std::size_t> read_element(const Object& object, const Object& parent,
                                            std::size_t depth) {
        const Value& type_name = file_.at(object.value, "S");
        const auto type = find_type(type_name.bytes);
        if (!type) {
            problems_.add(kStructureCode, "object {}: unknown structure type {}", object.number,
                          shown(type_name));
            return std::nullopt;
        }
        if (depth > limits::kMaxPdfDepth) {
            problems_.add(kStructureCode, "object {}: elements are nested too deep", object.number);
            return std::nullopt;
        }
        const std::size_t index = structure_.size();
        if (!met_.insert(object.number).second) {
            problems_.add(kStructureCode,
                          "object {}: the element is in the tree twice, or in a circle",
                          object.number);
            return std::nullopt;
        }
        Element element{object.number, *type, &object.value};
        structure_.push_back(element);
        check_element(element, parent);
        const Value& raw = file_.raw(object.value, "K");
        const Value& kids = file_.follow(raw);
        std::vector<Kid> found;
        if (kids.is(Kind::Array)) {
            for (const Value& kid : kids.items) read_kid(kid, object, depth, found);
        } else if (!raw.is(Kind::Null)) {
            read_kid(raw, object, depth, found);
        }
        structure_[index].kids = std::move(found);
        return index;
    }

    void check_element(const Element& element, const Object& parent) {
        const Check check{file_, problems_, element.name(), kStructureCode};
        const Value& value = *element.dictionary;
        check.keys(value, {{"Type", kMay, Holds::Name, "StructElem"},
                           {"S", kMust, Holds::Name},
                           {"P", kMust, Holds::Dictionary},
                           {"K", kMay, Holds::Any},
                           {"Pg", kMay, Holds::Dictionary},
                           {"A", kMay, Holds::Any},
                           {"ID", kMay, Holds::String},
                           {"T", kMay, Holds::String},
                           {"Lang", kMay, Holds::String},
                           {"Alt", kMay, Holds::String},
                           {"ActualText", kMay, Holds::String},
                           {"E", kMay, Holds::String}});
        if (file_.object(file_.raw(value, "P")) != &parent)
            check.fail("expected object {} as /P", parent.number);
        if (value.find("Pg") && !page_of(value)) check.fail("/Pg is no page of the file");
        check.language(value);
        check.words(value, "T");
        check.words(value, "Alt");
        check.words(value, "E");
        const auto text = check.text(value, "ActualText");
        if (text && text->empty()) check.fail("/ActualText is empty");
    }

    const Page* page_of(const Value& dictionary) const {
        return pages_.find(file_.object(file_.raw(dictionary, "Pg")));
    }

    void read_kid(const Value& raw, const Object& parent, std::size_t depth,
                  std::vector<Kid>& kids) {
        const Value& kid = file_.follow(raw);
        const Object* object = file_.object(raw);
        if (kid.is(Kind::Integer)) {
            read_mark(kid, parent.value, parent.number, kids);
        } else if (file_.at(kid, "Type").is_name("MCR")) {
            Check{file_, problems_, fmt::format("object {} (a mark)", parent.number),
                  kStructureCode}
                .keys(kid, {{"Type", kMust, Holds::Name},
                            {"Pg", kMust, Holds::Dictionary},
                            {"MCID", kMust, Holds::Integer}});
            read_mark(file_.at(kid, "MCID"), kid, parent.number, kids);
        } else if (file_.at(kid, "Type").is_name("OBJR")) {
            read_link(kid, parent.number, kids);
        } else if (object && kid.is(Kind::Dictionary)) {
            if (const auto index = read_element(*object, parent, depth + 1))
                kids.push_back({Kid::Kind::Element, *index});
        } else {
            problems_.add(kStructureCode, "object {}: it holds {}, which is no element",
                          parent.number, shown(raw));
        }
    }

    void read_mark(const Value& id, const Value& with_page, int owner, std::vector<Kid>& kids) {
        const Page* page = page_of(with_page);
        if (!page) {
            problems_.add(kStructureCode, "object {}: no /Pg says on which page MCID {} is", owner,
                          id.number);
            return;
        }
        if (id.number < 0 || id.number >= static_cast<double>(page->marks.size())) {
            problems_.add(kStructureCode, "object {}: MCID {} is not on {}", owner, id.number,
                          page->name());
            return;
        }
        kids.push_back({Kid::Kind::Mark, static_cast<std::size_t>(id.number), page->index});
    }

    void read_link(const Value& reference, int owner, std::vector<Kid>& kids) {
        Check{file_, problems_, fmt::format("object {} (a link)", owner), kStructureCode}.keys(
            reference, {{"Type", kMust, Holds::Name},
                        {"Pg", kMust, Holds::Dictionary},
                        {"Obj", kMust, Holds::Dictionary}});
        const Page* page = page_of(reference);
        const Object* annotation = file_.object(file_.raw(reference, "Obj"));
        const bool is_there =
            page && annotation &&
            std::binary_search(page->links.begin(), page->links.end(), annotation->number);
        if (is_there)
            kids.push_back({Kid::Kind::Link, 0, page->index, annotation->number});
        else
            problems_.add(kStructureCode,
                          "object {}: its link, {}, is not on the page that /Pg says", owner,
                          shown(file_.raw(reference, "Obj")));
    }

    const PdfFile& file_;
    const Pages& pages_;
    Problems& problems_;
    Structure structure_;
    std::set<int> met_;
};

}  // namespace

std::optional<Type> find_type(std::string_view name) {
    const auto found = std::find(std::begin(kNames), std::end(kNames), name);
    if (found == std::end(kNames)) return std::nullopt;
    return static_cast<Type>(found - std::begin(kNames));
}

std::string_view name_of(Type type) { return kNames[static_cast<std::size_t>(type)]; }

int heading_level(Type type) {
    const bool is_heading = type >= Type::H1 && type <= Type::H6;
    return is_heading ? static_cast<int>(type) - static_cast<int>(Type::H1) + 1 : 0;
}

Structure read_structure(const PdfFile& file, const Pages& pages, Problems& problems) {
    return StructureReader(file, pages, problems).read();
}

}  // namespace broadside::conformance
