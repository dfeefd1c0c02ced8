#include "bench/flyer_inputs.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "broadside/load/load.hpp"

namespace broadside::bench {

namespace {

namespace fs = std::filesystem;

const fs::path kTop = BROADSIDE_SOURCE_DIR;

std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        fmt::print(stderr, "cannot read {}\n", file.string());
        std::exit(1);
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

void give_up(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics)
        fmt::print(stderr, "{}\n", to_string(diagnostic));
    std::exit(1);
}

FlyerInputs read_flyer() {
    FlyerInputs inputs;
    inputs.dataset = {"dataset.json", read(kTop / "data/messengers/dataset.json")};
    inputs.layout = {"flyer-a4.json", read(kTop / "layouts/flyer-a4.json")};
    inputs.manifest = {"manifest.json", read(kTop / "fonts/manifest.json")};
    const auto dataset = must(load::load_dataset(inputs.dataset));
    const auto want = [&](const std::string& name) {
        if (!name.empty()) inputs.symbols[name] = read(kTop / "layouts/symbols" / (name + ".svg"));
    };
    for (const model::Vocabulary& vocabulary : dataset.vocabularies) {
        for (const model::Value& value : vocabulary.values) want(value.symbol.id);
    }
    for (const model::Band& band : dataset.bands) want(band.symbol.id);
    return inputs;
}

model::Project load_flyer(const FlyerInputs& inputs) {
    model::Project project;
    project.dataset = must(load::load_dataset(inputs.dataset));
    project.layout = must(load::load_layout(inputs.layout));
    for (const auto& [name, bytes] : inputs.symbols) {
        project.symbols[name] = must(load::load_symbol({name + ".svg", bytes}, name));
    }
    return project;
}

std::shared_ptr<const FontManifest> load_fonts(const FlyerInputs& inputs) {
    return std::make_shared<const FontManifest>(must(load::load_font_manifest(inputs.manifest)));
}

}  // namespace broadside::bench
