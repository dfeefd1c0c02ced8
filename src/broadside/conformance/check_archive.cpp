#include "broadside/conformance/checks.hpp"

#include <set>

#include "broadside/conformance/trees.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

/// Pages in the order of the tree, each once.
class PageTree {
public:
    PageTree(const PdfFile& file, Problems& problems) : file_(file), problems_(problems) {}

    Pages read() {
        const Object* root = file_.object(file_.raw(file_.catalogue(), "Pages"));
        if (root) read_node(*root, 0);
        if (pages_.all.empty()) problems_.add(kContentCode, "the file has no pages");
        return std::move(pages_);
    }

private:
    void read_node(const Object& node, std::size_t depth) {
        const Check check{file_, problems_, fmt::format("object {} (pages)", node.number),
                          kContentCode};
        check.keys(node.value, {{"Type", kMust, Holds::Name, "Pages"},
                                {"Parent", depth > 0 ? kMust : kMay, Holds::Dictionary},
                                {"Kids", kMust, Holds::Array},
                                {"Count", kMust, Holds::Integer}});
        const std::size_t before = pages_.all.size();
        for (const Value& kid : file_.at(node.value, "Kids").items) {
            const Object* object = file_.object(kid);
            if (!object || depth >= limits::kMaxPdfDepth || !met_.insert(object->number).second) {
                check.fail("/Kids has {} twice, or in a circle", shown(kid));
                continue;
            }
            if (file_.object(file_.raw(object->value, "Parent")) != &node)
                problems_.add(kContentCode, "object {}: expected object {} as /Parent",
                              object->number, node.number);
            if (file_.at(object->value, "Type").is_name("Pages"))
                read_node(*object, depth + 1);
            else
                add_page(*object);
        }
        const std::size_t count = pages_.all.size() - before;
        if (file_.at(node.value, "Count").number != static_cast<double>(count))
            check.fail("expected {} as /Count", count);
    }

    void add_page(const Object& object) {
        Page page{object.number, pages_.all.size(), &object.value, {}};
        // PDF/A-2, 6.1.13: a side has 3 to 14,400 units.
        const auto box = file_.numbers(file_.raw(object.value, "MediaBox"), 4);
        if (box) page.box = box_of(*box);
        const double width = page.box.right - page.box.left,
                     height = page.box.top - page.box.bottom;
        if (width < 3 || height < 3 || width > 14400 || height > 14400)
            problems_.add(kContentCode, "{}: expected a box of 3 to 14,400 units as /MediaBox",
                          page.name());
        pages_.by_object[object.number] = page.index;
        pages_.all.push_back(std::move(page));
    }

    const PdfFile& file_;
    Problems& problems_;
    Pages pages_;
    std::set<int> met_;
};

void check_window(const PdfFile& file, const Value& catalogue, Problems& problems) {
    Check{file, problems, "/MarkInfo", kArchiveCode}.keys(
        file.at(catalogue, "MarkInfo"), {{"Marked", kMust, Holds::Boolean, "true"}});
    Check{file, problems, "/ViewerPreferences", kArchiveCode}.keys(
        file.at(catalogue, "ViewerPreferences"),
        {{"DisplayDocTitle", kMust, Holds::Boolean, "true"},
         {"Direction", kMay, Holds::Name, "L2R|R2L"},
         {"PrintScaling", kMay, Holds::Name, "None|AppDefault"}});
    const std::string& language = file.at(catalogue, "Lang").bytes;
    const bool is_turned = unicode::is_language_tag(language) &&
                           unicode::direction_of(language) == unicode::Direction::RightToLeft;
    const bool says_so =
        file.at(file.at(catalogue, "ViewerPreferences"), "Direction").is_name("R2L");
    if (says_so != is_turned)
        problems.add(kArchiveCode, "/ViewerPreferences: /Direction is not that of the language {}",
                     language);
}

void check_labels(const PdfFile& file, const Value& catalogue, Problems& problems) {
    if (!catalogue.find("PageLabels")) return;
    const Check check{file, problems, "page labels", kArchiveCode};
    const auto entries = read_tree(check, file.at(catalogue, "PageLabels"), "Nums");
    if (entries.empty() || entries.front().key->number != 0)
        problems.add(kArchiveCode, "page labels: expected one of page 0");
    for (const TreeEntry& entry : entries) {
        check.keys(file.follow(*entry.value), {{"Type", kMay, Holds::Name, "PageLabel"},
                                               {"S", kMay, Holds::Name, "D|R|r|A|a"},
                                               {"P", kMay, Holds::String},
                                               {"St", kMay, Holds::Integer}});
        check.text(file.follow(*entry.value), "P");
        const Value& first = file.at(file.follow(*entry.value), "St");
        if (first.is(Kind::Integer) && first.number < 1)
            problems.add(kArchiveCode, "page labels: expected 1 or more as /St, got {}",
                         shown(first));
    }
}

}  // namespace

Pages read_pages(const PdfFile& file, Problems& problems) {
    return PageTree(file, problems).read();
}

void check_trailer(const PdfFile& file, Problems& problems) {
    Check{file, problems, "trailer", kFileCode}.keys(file.trailer(),
                                                     {{"Type", kMust, Holds::Name, "XRef"},
                                                      {"Size", kMust, Holds::Integer},
                                                      {"W", kMust, Holds::Array},
                                                      {"Root", kMust, Holds::Dictionary},
                                                      {"Info", kMust, Holds::Dictionary},
                                                      {"ID", kMust, Holds::Array},
                                                      kLength,
                                                      kFilter});
    const Value& id = file.at(file.trailer(), "ID");
    if (id.items.size() != 2 || !id.items[0].is(Kind::String) || !id.items[1].is(Kind::String) ||
        id.items[0].bytes.empty() || id.items[1].bytes.empty())
        problems.add(kFileCode, "trailer: expected two strings of bytes as /ID");
    for (const auto& [number, object] : file.objects()) {
        if (!object.stream || !file.at(object.value, "Type").is_name("ObjStm")) continue;
        Check{file, problems, fmt::format("object {}", number), kFileCode}.keys(
            object.value, {{"Type", kMust, Holds::Name},
                           {"N", kMust, Holds::Integer},
                           {"First", kMust, Holds::Integer},
                           kLength,
                           kFilter});
    }
}

void check_catalogue(const PdfFile& file, const Pages& pages, Problems& problems) {
    const Value& catalogue = file.catalogue();
    const Check check{file, problems, "catalogue", kArchiveCode};
    check.keys(catalogue, {{"Type", kMust, Holds::Name, "Catalog"},
                           {"Pages", kMust, Holds::Dictionary},
                           {"Lang", kMust, Holds::String},
                           {"MarkInfo", kMust, Holds::Dictionary},
                           {"ViewerPreferences", kMust, Holds::Dictionary},
                           {"StructTreeRoot", kMust, Holds::Dictionary},
                           {"Metadata", kMust, Holds::Stream},
                           {"OutputIntents", kMust, Holds::Array},
                           {"Outlines", kMay, Holds::Dictionary},
                           {"PageMode", kMay, Holds::Name, "UseNone|UseOutlines|UseAttachments"},
                           {"PageLabels", kMay, Holds::Dictionary},
                           {"AF", kMay, Holds::Array},
                           {"Names", kMay, Holds::Dictionary}});
    check.language(catalogue);
    check_window(file, catalogue, problems);
    check_labels(file, catalogue, problems);
    check_outline(file, pages, problems);
    check_output_intents(file, problems);
}

bool check_references(const PdfFile& file, Problems& problems) {
    bool is_walkable = true;
    std::set<int> met;
    std::vector<const Value*> open = {&file.trailer()};
    while (!open.empty()) {
        const Value& value = *open.back();
        open.pop_back();
        for (const Value& item : value.items) open.push_back(&item);
        if (!value.is(Kind::Reference)) continue;
        const Object* object = file.object(value);
        const int number = static_cast<int>(value.number);
        if (!met.insert(number).second) {
            if (!object || !(object->value.is(Kind::Array) || object->value.is(Kind::String)))
                continue;
            problems.add(kFileCode, "object {}: an array or a string is led to from two places",
                         number);
            is_walkable = false;
            continue;
        }
        if (object)
            open.push_back(&object->value);
        else
            problems.add(kFileCode, "there is a reference to object {}, which is not there",
                         number);
    }
    for (const auto& [number, object] : file.objects()) {
        const Value& type = file.at(object.value, "Type");
        const bool is_container = object.stream && (type.is_name("XRef") || type.is_name("ObjStm"));
        if (!met.contains(number) && !is_container)
            problems.add(kFileCode, "object {}: nothing in the file leads to it", number);
    }
    return is_walkable;
}

}  // namespace broadside::conformance
