#include "broadside/load/syntax/places.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "broadside/load/syntax/pointers.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/load/syntax/text_position.hpp"

namespace broadside::load {

std::vector<FilePlace> file_places(const std::vector<SourcePlace>& places) {
    std::map<const SourceFile*, std::vector<std::size_t>> indices;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) indices[places[i].file].push_back(i);
    }
    std::vector<FilePlace> found(places.size());
    for (const auto& [file, in_file] : indices) {
        std::vector<std::uint32_t> offsets;
        for (const std::size_t i : in_file) offsets.push_back(places[i].offset);
        const Pointers pointers(text_of(*file), std::move(offsets));
        const LineIndex lines(text_of(*file));
        for (const std::size_t i : in_file) {
            const std::uint32_t offset = places[i].offset;
            found[i] = {file->name, pointers.at(offset), lines.position_of(offset)};
        }
    }
    return found;
}

void locate(std::vector<Diagnostic>& diagnostics) {
    std::vector<SourcePlace> places;
    for (const Diagnostic& diagnostic : diagnostics) places.push_back(diagnostic.place);
    std::vector<FilePlace> found = file_places(places);
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        Diagnostic& diagnostic = diagnostics[i];
        if (!std::exchange(diagnostic.place, {})) continue;
        if (!diagnostic.pointer.empty()) found[i].pointer = std::move(diagnostic.pointer);
        diagnostic = std::move(diagnostic).at(std::move(found[i]));
    }
}

}  // namespace broadside::load
