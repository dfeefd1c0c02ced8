#include "broadside/job/job_schema.hpp"

#include <deque>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "broadside/load/file_format.hpp"
#include "broadside/load/job_keys.hpp"
#include "broadside/option.hpp"

namespace broadside {

std::string job_schema() {
    std::vector<load::Key> keys(std::begin(load::kJobKeyList), std::end(load::kJobKeyList));
    std::deque<std::string> lists;
    for (const Option& option : options()) {
        load::Schema schema{.members = option.schema};
        if (takes_list(option)) {
            schema.members = lists.emplace_back(fmt::format(
                R"("anyOf": [{{{0}}}, {{"type": "array", "minItems": 1, "items": {{{0}}}}}])",
                option.schema));
        }
        keys.push_back({option.name, load::Presence::Optional, schema, option.help});
    }
    return load::json_schema({"Broadside jobs", {load::kJobFileKeys, {load::kJobKeys.name, keys}}});
}

}  // namespace broadside
