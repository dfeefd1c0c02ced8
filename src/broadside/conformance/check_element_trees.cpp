#include <map>
#include <string>

#include "broadside/conformance/checks.hpp"
#include "broadside/conformance/trees.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

class Parents {
public:
    Parents(const PdfFile& file, const Pages& pages, const Structure& structure, Problems& problems)
        : file_(file), pages_(pages), structure_(structure), problems_(problems) {}

    void check() {
        for (const Page& page : pages_.all) owners_of_marks_.emplace_back(page.marks.size());
        for (const Element& element : structure_) {
            for (const Kid& kid : element.kids) note_owner(element, kid);
        }
        read_entries();
        for (const Page& page : pages_.all) check_page_entry(page);
        for (const auto& [key, value] : entries_)
            problems_.add(kStructureCode, "parent tree: no page or link has the key {}", key);
    }

private:
    void note_owner(const Element& element, const Kid& kid) {
        if (kid.kind == Kid::Kind::Mark) {
            int& owner = owners_of_marks_[kid.page][kid.index];
            if (owner != 0)
                problems_.add(kStructureCode, "{}: MCID {} of {} is in object {} too",
                              element.name(), kid.index, pages_.all[kid.page].name(), owner);
            owner = element.number;
        } else if (kid.kind == Kid::Kind::Link) {
            if (!owners_of_links_.emplace(kid.annotation, element.number).second)
                problems_.add(kStructureCode, "{}: its link, object {}, is in another element too",
                              element.name(), kid.annotation);
        }
    }

    void read_entries() {
        const Value& root = file_.at(file_.catalogue(), "StructTreeRoot");
        const Check check{file_, problems_, "parent tree", kStructureCode};
        double last = -1;
        for (const TreeEntry& entry : read_tree(check, file_.at(root, "ParentTree"), "Nums")) {
            entries_[entry.key->number] = entry.value;
            last = entry.key->number;
        }
        if (file_.at(root, "ParentTreeNextKey").number <= last)
            problems_.add(kStructureCode,
                          "structure tree: expected more than {} as /ParentTreeNextKey", last);
    }

    /// The value of a key, which nothing else has.
    const Value* take_entry(const Value& key) {
        const auto found = entries_.find(key.is(Kind::Integer) ? key.number : -1);
        if (found == entries_.end()) return nullptr;
        const Value* value = found->second;
        entries_.erase(found);
        return value;
    }

    void check_page_entry(const Page& page) {
        const auto& owners = owners_of_marks_[page.index];
        const Value* entry = take_entry(file_.at(*page.dictionary, "StructParents"));
        const Value& list = entry ? file_.follow(*entry) : kNone;
        if (list.items.size() != owners.size())
            problems_.add(kStructureCode, "parent tree: {} has {} marks and {} elements",
                          page.name(), owners.size(), list.items.size());
        for (std::size_t id = 0; id < owners.size(); ++id) {
            const Object* named = id < list.items.size() ? file_.object(list.items[id]) : nullptr;
            if (owners[id] == 0)
                problems_.add(kStructureCode, "{}: MCID {} is in no element", page.name(), id);
            else if (list.is(Kind::Array) && (!named || named->number != owners[id]))
                problems_.add(kStructureCode,
                              "parent tree: MCID {} of {} is of object {}, not of {}", id,
                              page.name(), owners[id], named ? named->number : 0);
        }
        for (const int link : page.links) check_link_entry(link);
    }

    void check_link_entry(int link) {
        const auto owner = owners_of_links_.find(link);
        if (owner == owners_of_links_.end()) {
            problems_.add(kStructureCode, "object {}: the link is in no element", link);
            return;
        }
        const Value* entry = take_entry(file_.at(file_.objects().at(link).value, "StructParent"));
        const Object* named = entry ? file_.object(*entry) : nullptr;
        if (!named || named->number != owner->second)
            problems_.add(kStructureCode,
                          "object {}: its /StructParent leads to object {}, not to {}", link,
                          named ? named->number : 0, owner->second);
    }

    const Value kNone;
    const PdfFile& file_;
    const Pages& pages_;
    const Structure& structure_;
    Problems& problems_;
    std::vector<std::vector<int>> owners_of_marks_;  // by page and MCID; 0: none
    std::map<int, int> owners_of_links_;
    std::map<double, const Value*> entries_;  // that nothing has taken
};

}  // namespace

void check_parents(const PdfFile& file, const Pages& pages, const Structure& structure,
                   Problems& problems) {
    Parents(file, pages, structure, problems).check();
}

void check_ids(const PdfFile& file, const Structure& structure, Problems& problems) {
    std::map<std::string, int> owners;
    for (const Element& element : structure) {
        const Value& id = file.at(*element.dictionary, "ID");
        if (id.is(Kind::String) && !owners.emplace(id.bytes, element.number).second)
            problems.add(kStructureCode, "{}: another element has the /ID {} too", element.name(),
                         shown(id));
    }
    const Value& root = file.at(file.catalogue(), "StructTreeRoot");
    if (root.find("IDTree")) {
        const Check check{file, problems, "IDTree", kStructureCode};
        for (const TreeEntry& entry : read_tree(check, file.at(root, "IDTree"), "Names")) {
            const auto owner = owners.find(entry.key->bytes);
            const Object* object = file.object(*entry.value);
            if (owner == owners.end() || !object || object->number != owner->second)
                problems.add(kStructureCode, "IDTree: no {} of the structure has the /ID {}",
                             shown(*entry.value), shown(*entry.key));
            if (owner != owners.end()) owners.erase(owner);
        }
    }
    for (const auto& [id, number] : owners)
        problems.add(kStructureCode, "object {}: its /ID ({}) is not in the IDTree", number, id);
}

}  // namespace broadside::conformance
