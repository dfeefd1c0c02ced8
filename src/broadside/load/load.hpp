#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "broadside/base/drawing.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/base/result.hpp"
#include "broadside/model/build_manifest.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/job_file.hpp"
#include "broadside/model/layout.hpp"
#include "broadside/model/locale.hpp"

/// PASS bytes → model: the only place that reads JSON. Reports all problems of a file in one run,
/// each with its line and column; nothing here opens a file. What is loaded has places in its file,
/// which outlives it.
namespace broadside::load {

Result<model::Dataset> load_dataset(const SourceFile& source);

/// The same, with what is wrong added to `errors`; what comes back then is the rest of the file, so
/// that the caller can find what else is wrong: the references that are left in it must name
/// something. Nothing, where the file is no JSON.
std::optional<model::Dataset> load_dataset(const SourceFile& source, Diagnostics& errors);

/// Texts are kept under their ids; that these name something in the dataset is not checked.
Result<model::Locale> load_locale(const SourceFile& source);

/// The same, with what is wrong added to `errors`; what comes back then is the rest of the file.
/// Nothing, where it is no JSON.
std::optional<model::Locale> load_locale(const SourceFile& source, Diagnostics& errors);

/// The same, as tools for translators hand it back: they begin with an empty file, so that what
/// says of which dataset and language it is may be missing or empty, and stays empty.
Result<model::Locale> load_delivered_locale(const SourceFile& source);

Result<model::Layout> load_layout(const SourceFile& source);

/// The same, with what is wrong added to `errors`; what comes back then is the rest of the file.
/// Nothing, where it is no JSON.
std::optional<model::Layout> load_layout(const SourceFile& source, Diagnostics& errors);

/// A strict static subset of SVG: shapes, groups and copies of them, painted with colours and
/// gradients, seen through, dashed and clipped. The first element or attribute outside it is named
/// with its line.
Result<DrawingRef> load_symbol(const SourceFile& source, std::string name);

/// A PNG, a JPEG of one or three channels or an SVG as above, whatever its name ends in. Problems
/// of an SVG stand in its lines, others in no place: they name the file.
Result<DrawingRef> load_picture(const SourceFile& source, std::string name);

/// Relative font paths stay as written: the facade knows where the manifest lies.
Result<FontManifest> load_font_manifest(const SourceFile& source);

/// Keys of a job are `dataset` and `options`, which are sorted; values are strings, numbers,
/// booleans and lists of them, and not looked at any further. What is wrong is added to `errors`;
/// what comes back is the rest of the file, so that the caller can find what else is wrong.
model::JobFile load_job_file(const SourceFile& source, std::span<const std::string_view> options,
                             Diagnostics& errors);

/// What a build wrote about its outputs. Strict: a manifest that somebody touched is no base for
/// leaving outputs as they are.
Result<model::BuildManifest> load_build_manifest(const SourceFile& source);

/// The same, an entry at a time: what was taken counts only where no errors come back.
Diagnostics load_build_manifest(const SourceFile& source,
                                const std::function<void(model::ManifestEntry)>& take);

}  // namespace broadside::load
