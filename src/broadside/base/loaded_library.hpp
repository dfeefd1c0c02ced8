#pragma once

namespace broadside {

/// A library that few runs need, loaded with its first use and kept: what it brings with it would
/// take time wherever the program starts. Its functions are pointers with the functions' own names,
/// in a namespace that calls them as if the library was linked.
class LoadedLibrary {
public:
    /// `name`: as the loader knows it, "libcairo.so.2".
    explicit LoadedLibrary(const char* name);

    template <typename Function>
    void find(const char* name, Function& function) {
        function = reinterpret_cast<Function>(address_of(name));
    }

    /// Whether it is there, and all that was looked for in it.
    bool is_complete() const { return is_complete_; }

private:
    void* address_of(const char* name);

    void* handle_;
    bool is_complete_;
};

// For lists of a library's functions, in which each name stands once.
#define BROADSIDE_DECLARE_LOADED(name) inline decltype(&::name) name = nullptr;
#define BROADSIDE_FIND_LOADED(name) library.find(#name, name);

}  // namespace broadside
