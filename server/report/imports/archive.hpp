#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/imports/refused.hpp"

namespace atelier::report::imports {

[[nodiscard]] bool is_archive(std::string_view bytes) noexcept;

/// A zip in memory, read by libzip. Borrows the bytes. Rule IM6: nothing that it says of its sizes
/// is believed; entries, unpacked bytes and their ratio are bounded, whatever is asked for.
class Archive {
  public:
    [[nodiscard]] static Read<Archive> open(std::string_view bytes);
    Archive(Archive&& other) noexcept;
    Archive& operator=(Archive&&) = delete;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive();

    /// The entries that are files, folders and what systems leave behind not among them.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    [[nodiscard]] Read<std::string> read(const std::string& name);

  private:
    struct Handle;
    explicit Archive(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> handle_;
    std::vector<std::string> names_;
    std::size_t unpacked_ = 0;
};

}  // namespace atelier::report::imports
