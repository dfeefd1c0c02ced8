#pragma once

#include <gtest/gtest.h>

#include "broadside/conformance/check_file.hpp"
#include "broadside/emit/formats.hpp"
#include "emit/emitting.hpp"

namespace broadside::test {

/// A PDF of the scene, which keeps the standards that it names.
inline emit::File pdf_of(const scene::Scene& scene, const emit::Options& options = {}) {
    emit::File pdf = files_of(emit::emit_pdf, scene, options, cache()).value().at(0);
    const auto kept = conformance::check_file(pdf);
    for (const Diagnostic& problem : kept.diagnostics()) ADD_FAILURE() << to_string(problem);
    return pdf;
}

}  // namespace broadside::test
