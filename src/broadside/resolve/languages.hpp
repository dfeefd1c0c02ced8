#pragma once

#include "broadside/doc/document.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::resolve {

/// Tells the spans of untranslated texts their language. Names and marks of notes have none of
/// their own.
void mark_languages(doc::Document& document, const model::Dataset& dataset);

}  // namespace broadside::resolve
