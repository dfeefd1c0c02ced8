#pragma once

#include <map>
#include <memory>
#include <string>

#include "broadside/base/font_manifest.hpp"
#include "broadside/base/result.hpp"
#include "broadside/model/project.hpp"

namespace broadside::bench {

/// Everything that the flyer is made from.
struct FlyerInputs {
    SourceFile dataset;
    SourceFile layout;
    SourceFile manifest;
    std::map<std::string, std::string> symbols;  // their bytes, by name
};

FlyerInputs read_flyer();

/// `inputs` outlives it.
model::Project load_flyer(const FlyerInputs& inputs);

/// The same.
std::shared_ptr<const FontManifest> load_fonts(const FlyerInputs& inputs);

/// Prints the diagnostics and ends the program: a benchmark of a failure measures nothing.
[[noreturn]] void give_up(const Diagnostics& diagnostics);

template <typename T>
T must(Result<T> result) {
    if (!result.ok()) give_up(result.diagnostics());
    return std::move(result).value();
}

}  // namespace broadside::bench
