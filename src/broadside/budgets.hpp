#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

namespace broadside {

/// A text in the lines of its place. `available`: the lines that its place has room for, end to
/// end; `used`: how far along them the text runs, what it leaves empty at line ends included. So a
/// text needs more lines than it has if and only if more is used than is available. Characters are
/// counted as a reader sees them, and the available ones are as wide as the text's own are on
/// average.
struct LengthBudget {
    double mm_available = 0;
    double mm_used = 0;
    std::size_t characters_available = 0;
    std::size_t characters_used = 0;

    bool is_over() const { return characters_used > characters_available; }
};

struct LanguageBudgets {
    std::string language;
    std::map<std::string, LengthBudget> texts;  // by key of model::visit_texts
};

struct LayoutBudgets {
    std::string layout;
    std::vector<LanguageBudgets> languages;
};

/// How long the texts of every layout and language of the job are and may be. Writes nothing.
Result<std::vector<LayoutBudgets>> budgets(const Job& job, FileStore& files);

}  // namespace broadside
