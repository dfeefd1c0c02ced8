#pragma once

#include <string>
#include <vector>

#include "broadside/base/source_place.hpp"

namespace broadside::model {

/// A job file as authored: options by their long names. What the words mean is the facade's to
/// know, which has the table of options.
struct JobWord {
    enum class Kind { Text, Number, Flag };
    Kind kind = Kind::Text;
    std::string text;  // a number's digits as written; "true" or "false"
    SourcePlace place;
    bool is_wrong = false;  // which is reported
};

struct JobSetting {
    std::string option;
    bool is_list = false;
    std::vector<JobWord> words;
    SourcePlace place;
    bool is_wrong = false;  // it, or a word of it
};

struct JobEntry {
    SourcePlace place;
    std::vector<JobSetting> settings;  // in the order of the file; "dataset" is one of them
    bool is_wrong = false;             // it has unknown keys, or lacks one that it must have
};

struct JobFile {
    std::vector<JobEntry> jobs;
};

}  // namespace broadside::model
