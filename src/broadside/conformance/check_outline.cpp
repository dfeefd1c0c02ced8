#include <set>

#include "broadside/conformance/checks.hpp"

namespace broadside::conformance {

namespace {

class Outline {
public:
    Outline(const PdfFile& file, const Pages& pages, Problems& problems)
        : file_(file), pages_(pages), problems_(problems) {}

    void check(const Object& root) {
        Check{file_, problems_, "outline", kArchiveCode}.keys(
            root.value, {{"Type", kMay, Holds::Name, "Outlines"},
                         {"First", kMust, Holds::Dictionary},
                         {"Last", kMust, Holds::Dictionary},
                         {"Count", kMust, Holds::Integer}});
        const std::size_t visible = check_items(root, 0);
        if (file_.at(root.value, "Count").number != static_cast<double>(visible))
            problems_.add(kArchiveCode, "outline: expected {} as /Count", visible);
    }

private:
    /// Returns how many items are seen while all of them are open.
    std::size_t check_items(const Object& parent, std::size_t depth) {
        std::size_t count = 0;
        const Object* last = nullptr;
        const Object* item = file_.object(file_.raw(parent.value, "First"));
        for (; item; item = file_.object(file_.raw(item->value, "Next"))) {
            if (depth > limits::kMaxPdfDepth || !met_.insert(item->number).second) {
                problems_.add(kArchiveCode,
                              "object {} (outline): it stands there twice, or in a circle",
                              item->number);
                return count;
            }
            count += 1 + check_item(*item, parent, last, depth);
            last = item;
        }
        if (last != file_.object(file_.raw(parent.value, "Last")))
            problems_.add(kArchiveCode, "object {} (outline): /Last is not the last of its items",
                          parent.number);
        return count;
    }

    std::size_t check_item(const Object& item, const Object& parent, const Object* previous,
                           std::size_t depth) {
        const Check check{file_, problems_, fmt::format("object {} (outline)", item.number),
                          kArchiveCode};
        const bool has_items = item.value.find("First") != nullptr;
        const Need of_items = has_items ? kMust : kMay;
        check.keys(item.value, {{"Title", kMust, Holds::String},
                                {"Parent", kMust, Holds::Dictionary},
                                {"Prev", kMay, Holds::Dictionary},
                                {"Next", kMay, Holds::Dictionary},
                                {"First", kMay, Holds::Dictionary},
                                {"Last", of_items, Holds::Dictionary},
                                {"Count", of_items, Holds::Integer},
                                {"Dest", kMust, Holds::Array}});
        check.words(item.value, "Title");
        check.destination(item.value, pages_);
        if (file_.object(file_.raw(item.value, "Parent")) != &parent ||
            file_.object(file_.raw(item.value, "Prev")) != previous)
            check.fail("/Parent or /Prev is another item");
        if (!has_items) return 0;
        const std::size_t items = check_items(item, depth + 1);
        const double count = file_.at(item.value, "Count").number;
        if (count != static_cast<double>(items) && count != -static_cast<double>(items))
            check.fail("expected {} as /Count", items);
        return count > 0 ? items : 0;
    }

    const PdfFile& file_;
    const Pages& pages_;
    Problems& problems_;
    std::set<int> met_;
};

}  // namespace

void check_outline(const PdfFile& file, const Pages& pages, Problems& problems) {
    const Object* root = file.object(file.raw(file.catalogue(), "Outlines"));
    if (root) Outline(file, pages, problems).check(*root);
}

}  // namespace broadside::conformance
