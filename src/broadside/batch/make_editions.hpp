#pragma once

#include <vector>

#include "broadside/batch/manifest.hpp"
#include "broadside/batch/plan.hpp"
#include "broadside/batch/workers.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/job.hpp"

namespace broadside::batch {

struct MadeEditions {
    std::vector<EditionResult> results;  // as planned; each problem with the first that has it
    Diagnostics font_problems;           // what is wrong with the fonts that all of them share
};

/// Makes the editions of a plan: sets each, draws its formats, and writes its files together. What
/// goes wrong with one, memory that runs out included, is that edition's failure.
///
/// Editions are begun in planned order; their formats are drawn by whichever thread is free.
/// Nothing that comes out depends on that.
MadeEditions make_editions(const Plan& plan, ByteSink& sink, const Oversight& oversight,
                           ThreadsOwn& threads_own);

/// An edition for people and for events.
EditionReport report_of(const Plan& plan, const PlannedEdition& edition,
                        const EditionResult& result);

}  // namespace broadside::batch
