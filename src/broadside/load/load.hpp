#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/drawing.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/base/result.hpp"
#include "broadside/model/build_manifest.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/job_file.hpp"
#include "broadside/model/layout.hpp"
#include "broadside/model/locale.hpp"

/// PASS bytes → model: the only place that reads JSON. Reports all problems of a file in one run,
/// each with its line and column; nothing here opens a file.
namespace broadside::load {

/// Bytes of one input file and the name that diagnostics give it.
struct Source {
    std::string name;
    std::string_view bytes;
};

Result<model::Dataset> load_dataset(const Source& source);

/// The same, with what is wrong added to `errors`; what comes back then is the rest of the file, so
/// that the caller can find what else is wrong: the references that are left in it must name
/// something. Nothing, where the file is no JSON.
std::optional<model::Dataset> load_dataset(const Source& source, std::vector<Diagnostic>& errors);

/// Texts are kept under their ids; that these name something in the dataset is not checked.
Result<model::Locale> load_locale(const Source& source);

/// The same, with what is wrong added to `errors`; what comes back then is the rest of the file.
/// Nothing, where it is no JSON.
std::optional<model::Locale> load_locale(const Source& source, std::vector<Diagnostic>& errors);

/// The same, as tools for translators hand it back: they begin with an empty file, so that what
/// says of which dataset and language it is may be missing or empty, and stays empty.
Result<model::Locale> load_delivered_locale(const Source& source);

Result<model::Layout> load_layout(const Source& source);

/// The same, with what is wrong added to `errors`; what comes back then is the rest of the file.
/// Nothing, where it is no JSON.
std::optional<model::Layout> load_layout(const Source& source, std::vector<Diagnostic>& errors);

/// A strict static subset of SVG: svg with viewBox, g, path, rect, circle, ellipse, line, polyline,
/// polygon, fill, stroke, transform, currentColor. The first element or attribute outside it is
/// named with its line.
Result<DrawingRef> load_symbol(const Source& source, std::string name);

/// Relative font paths stay as written: the facade knows where the manifest lies.
Result<FontManifest> load_font_manifest(const Source& source);

/// Keys of a job are `dataset` and `options`, which are sorted; values are strings, numbers,
/// booleans and lists of them, and not looked at any further. What is wrong is added to `errors`;
/// what comes back is the rest of the file, so that the caller can find what else is wrong.
model::JobFile load_job_file(const Source& source, std::span<const std::string_view> options,
                             std::vector<Diagnostic>& errors);

/// What a build wrote about its outputs. Strict: a manifest that somebody touched is no base for
/// leaving outputs as they are.
Result<model::BuildManifest> load_build_manifest(const Source& source);

/// Fills `line` and `column` of a diagnostic from its JSON pointer, for problems found by later
/// passes. A pointer that leads nowhere is located at its nearest existing ancestor.
void locate(Diagnostic& diagnostic, std::string_view json);

}  // namespace broadside::load
