#include <map>
#include <string>

#include "broadside/conformance/check_archive.hpp"
#include "broadside/conformance/structure.hpp"
#include "broadside/conformance/trees.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

}  // namespace

void check_ids(const PdfFile& file, const Structure& structure, Problems& problems) {
    std::map<std::string, int> owners;
    for (const Element& element : structure) {
        const Value& id = file.at(*element.dictionary, "ID");
        if (id.is(Kind::String) && !owners.emplace(id.bytes, element.number).second)
            problems.add(kStructureCode, "{}: another element has the /ID {} too", element.name(),
                         shown(id));
    }
    const Value& root = file.at(catalogue_of(file), "StructTreeRoot");
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
