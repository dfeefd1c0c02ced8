#include "cli/parsing.hpp"

#include <utility>

#include "broadside/option.hpp"

namespace broadside::cli {

std::optional<Diagnostic> set_creation_time(Job& job, std::string_view seconds) {
    for (const Option& option : options()) {
        if (option.name == "creation-timestamp") return option.set(job, seconds);
    }
    return std::nullopt;
}

void add_source_date(const Surroundings& surroundings, Job& job, std::vector<Diagnostic>& errors) {
    if (!surroundings.source_date_epoch) return;
    if (auto error = set_creation_time(job, *surroundings.source_date_epoch)) {
        error->hints.push_back("the value comes from $SOURCE_DATE_EPOCH");
        errors.push_back(*std::move(error));
    }
}

void add_resources(const Surroundings& surroundings, Job& job) {
    job.resources.insert(job.resources.end(), surroundings.resources.begin(),
                         surroundings.resources.end());
}

}  // namespace broadside::cli
