#pragma once

#include <map>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/batch/font_digest.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/outputs/outputs.hpp"

namespace broadside::batch {

/// What outputs are made from, as digests: with the same one, the same bytes come out. Computed
/// before anything is set.
class InputDigests {
public:
    InputDigests(const Sources& sources, const emit::Options& options, FontDigests& font_digests);

    Digest of_languages(const std::vector<const Language*>& languages) const;

    /// Of an output of an edition. `together`: of the languages that are set with it and may change
    /// it, its own among them.
    Digest of_output(const PlannedEdition& edition, const PlannedOutput& output,
                     const Digest& together) const;

    /// Of what a format draws from a scene with this fingerprint.
    Digest of_scene(const Digest& fingerprint, const emit::Format& format) const;

private:
    Digest of_format(const emit::Format& format) const;

    emit::Options options_;
    Digest program_;
    Digest fonts_;
    Digest dataset_;
    std::map<const LayoutSource*, Digest> layouts_;
    std::map<const Language*, Digest> languages_;
};

}  // namespace broadside::batch
