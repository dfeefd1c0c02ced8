#include "broadside/batch/describe.hpp"

#include <cmath>
#include <set>

#include <fmt/format.h>

namespace broadside::batch {

namespace {

/// To thousandths, so that the shortest decimal is also a short one.
double rounded(double number) { return std::round(number * 1000) / 1000; }

std::string face_name(const FontFace& face) {
    std::string name = fmt::to_string(face.weight);
    if (face.weight == kRegularWeight) name = "regular";
    if (face.weight == kBoldWeight) name = "bold";
    return face.slant == FontSlant::Italic ? name + " italic" : name;
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// Without its file, which has another path on another machine.
std::string warning_text(const Diagnostic& diagnostic) {
    if (diagnostic.pointer.empty()) return diagnostic.message;
    return fmt::format("{}: {}", diagnostic.pointer, diagnostic.message);
}

}  // namespace

std::vector<model::UsedFace> faces_of(const scene::Scene& scene) {
    std::set<const FontFace*> faces;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Op& op : page.ops) {
            const auto* line = std::get_if<scene::TextLine>(&op);
            if (line == nullptr) continue;
            for (const scene::Run& run : line->runs) faces.insert(run.glyphs.font.get());
        }
    }
    std::set<model::UsedFace> uses;
    for (const FontFace* face : faces) {
        if (face != nullptr) uses.insert({face->family, face_name(*face), file_name(face->file)});
    }
    return {uses.begin(), uses.end()};
}

model::ManifestEntry describe(const Edition& edition, const scene::Scene& scene,
                              const std::vector<Diagnostic>& problems) {
    model::ManifestEntry entry;
    entry.layout = edition.layout;
    entry.language = edition.language;
    entry.pages = edition.document.pages.size();
    const placed::Decisions& decisions = edition.document.decisions;
    entry.smallest_type = rounded(decisions.smallest_type.value);
    entry.type_scale = rounded(decisions.type_scale);
    entry.padding_scale = rounded(decisions.padding_scale);
    entry.hyphenated = decisions.hyphenated;
    entry.size_set_by = decisions.limited_by;
    entry.fonts = faces_of(scene);
    entry.translation = edition.translation;
    for (const Diagnostic& problem : problems) {
        if (problem.severity == Severity::Warning) entry.warnings.push_back(warning_text(problem));
    }
    return entry;
}

}  // namespace broadside::batch
