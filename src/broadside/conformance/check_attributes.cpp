#include <set>
#include <string>
#include <vector>

#include "broadside/conformance/checks.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

// Table, List and Layout.
constexpr std::size_t kMostOwners = 3;

/// /A is one attribute object, or an array of them.
std::vector<const Value*> attribute_objects(const PdfFile& file, const Element& element) {
    const Value& all = file.at(*element.dictionary, "A");
    if (all.is(Kind::Dictionary)) return {&all};
    std::vector<const Value*> objects;
    if (all.items.size() <= kMostOwners) {
        for (const Value& item : all.items) objects.push_back(&file.follow(item));
    }
    return objects;
}

void check_table_attributes(const PdfFile& file, const Element& element, const Value& attributes,
                            Problems& problems) {
    const Check check{file, problems, element.name(), kTableCode};
    const KeyRule owner{"O", kMust, Holds::Name, "Table"};
    const KeyRule rows{"RowSpan", kMay, Holds::Integer}, columns{"ColSpan", kMay, Holds::Integer};
    const KeyRule headers{"Headers", kMay, Holds::Array};
    if (element.type == Type::TH)
        check.keys(
            attributes,
            {owner, rows, columns, headers, {"Scope", kMay, Holds::Name, "Row|Column|Both"}});
    else
        check.keys(attributes, {owner, rows, columns, headers});
}

}  // namespace

const Value& attribute_of(const PdfFile& file, const Element& element, std::string_view owner,
                          std::string_view key) {
    static const Value kNone;
    for (const Value* attributes : attribute_objects(file, element)) {
        if (file.at(*attributes, "O").is_name(owner) && attributes->find(key))
            return file.at(*attributes, key);
    }
    return kNone;
}

void check_attributes(const PdfFile& file, const Element& element, Problems& problems) {
    const Check check{file, problems, element.name(), kStructureCode};
    if (file.at(*element.dictionary, "A").items.size() > kMostOwners &&
        file.at(*element.dictionary, "A").is(Kind::Array))
        check.fail("more attributes than there are owners");
    std::set<std::string> owners;
    for (const Value* attributes : attribute_objects(file, element)) {
        const Value& owner = file.at(*attributes, "O");
        // PDF 1.7, 14.7.5.3: of one attribute that is there twice, readers may take either.
        if (!owners.insert(owner.bytes).second)
            check.fail("it has attributes of the owner {} twice", shown(owner));
        const bool is_cell = element.type == Type::TH || element.type == Type::TD;
        if (owner.is_name("Table") && is_cell) {
            check_table_attributes(file, element, *attributes, problems);
        } else if (owner.is_name("List") && element.type == Type::L) {
            check.keys(*attributes,
                       {{"O", kMust, Holds::Name},
                        {"ListNumbering", kMust, Holds::Name,
                         "None|Disc|Circle|Square|Decimal|UpperRoman|LowerRoman|UpperAlpha|"
                         "LowerAlpha"}});
        } else if (owner.is_name("Layout")) {
            check.keys(*attributes,
                       {{"O", kMust, Holds::Name},
                        {"Placement", kMay, Holds::Name, "Block|Inline|Before|Start|End"},
                        {"BBox", element.type == Type::Figure ? kMust : kMay, Holds::Array}});
            check.numbers(*attributes, "BBox", 4);
        } else {
            check.fail("expected attributes that it has, got {} as /O", shown(owner));
        }
    }
}

}  // namespace broadside::conformance
