#pragma once

#include <string>
#include <vector>

#include "support/temporary_folder.hpp"
#include "support/tiny_project.hpp"

namespace broadside::testing {

inline std::string locale_of(const std::string& language, const std::string& title) {
    return R"({"format": 1, "language": ")" + language +
           R"(", "translates": "planets", "title": ")" + title + "\"}";
}

inline void write_locale(const TemporaryFolder& folder, const std::string& language,
                         const std::string& title) {
    folder.write("locales/" + language + ".json", locale_of(language, title));
}

/// The tiny project in five languages, of which what one build wrote is there for the next.
struct ManyLanguages : TinyProject {
    ManyLanguages() {
        for (const char* language : {"de", "fr", "it", "nl"}) {
            set_title(language, std::string("Planets ") + language);
        }
        job.languages = {"all"};
        job.formats = {"pdf", "svg"};
        job.threads = 2;
    }

    void set_title(const std::string& language, const std::string& title) {
        files.files["locales/" + language + ".json"] = locale_of(language, title);
    }

    /// Builds, and puts what was written where it is read from.
    BuildReport build() {
        sink.written.clear();
        BuildReport report = broadside::build(job, files, sink);
        for (const auto& [path, bytes] : sink.written) files.files[path] = bytes;
        return report;
    }

    /// Written paths without the manifest.
    std::vector<std::string> written() const {
        std::vector<std::string> paths;
        for (const auto& [path, bytes] : sink.written) {
            if (path != "output/manifest.json") paths.push_back(path);
        }
        return paths;
    }
};

}  // namespace broadside::testing
