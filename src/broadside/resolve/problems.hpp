#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::resolve {

/// The problems found in one file, in the order they were found. What is wrong with a shared cell
/// is said once, however many rows use it.
class Problems {
public:
    explicit Problems(std::string file) : file_(std::move(file)) {}

    void error(std::string code, SourcePlace place, std::string message, Hints hints = {});
    /// What another pass says is wrong, which knows no place.
    void error(const Diagnostic& problem, SourcePlace place);
    void warning(std::string code, SourcePlace place, std::string message, Hints hints = {});

    /// The ids that would have named something.
    using Candidates = std::function<std::vector<std::string>()>;

    /// An id that names nothing. `kind` as "shared-cell" makes the code "unknown-shared-cell";
    /// `list` tells apart lists of one kind.
    void unknown(std::string_view kind, const model::Reference& reference,
                 const Candidates& candidates, std::string_view list = {});

    const Diagnostics& found() const { return found_; }

private:
    const Hints& hints_for(std::string_view kind, std::string_view list, const std::string& id,
                           const Candidates& candidates);
    void add(Diagnostic diagnostic, SourcePlace place);

    std::string file_;
    Diagnostics found_;
    std::set<std::pair<SourcePlace, std::string>> said_;  // with its message
    std::map<std::string, Hints> hints_;                  // by kind, list and id
};

}  // namespace broadside::resolve
