#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/build_report.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/files/question_log.hpp"
#include "broadside/job.hpp"

/// The last build of the same jobs, when nothing failed that might not fail again: what it asked of
/// the disk, what it wrote, and what it told. Where the disk would say the same, there is nothing
/// to do, and no input is read to find that out.
namespace broadside::batch {

struct LastBuild {
    Digest task;  // of the program, the working folder and the jobs
    std::map<std::pair<std::string, Question>, std::string> answers;
    std::map<std::string, KnownFile> files;  // inputs, outputs, and manifests
    BuildReport report;                      // as when all files are unchanged
};

/// Nothing where a job leaves something out of which a later build could tell that nothing changed.
std::optional<Digest> task_of(const std::vector<Job>& jobs);

/// Its file in the cache: one of 256, so that a cache stays small.
std::string place_in(const std::string& cache, const Digest& task);

/// As a file holds it, as long as the build lies there; nothing for other bytes.
FileBytes to_bytes(const LastBuild& build);
std::optional<LastBuild> read_last_build(std::string_view bytes);

/// What the build of the task that is kept in `place` reported, where all that it knew still holds.
std::optional<BuildReport> recall(const std::string& place, const Digest& task, FileStore& files,
                                  ByteSink& sink);

/// Keeps a build for the next; its task, and what that would report, are known, and the rest is
/// filled in: `log` knows what it asked and wrote. A cache that cannot be written is none.
void remember(const std::string& place, LastBuild& build, QuestionLog& log, FileStore& files,
              ByteSink& sink);

}  // namespace broadside::batch
