#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <map>

#include "api/exports.hpp"
#include "app/exports/lane.hpp"

namespace atelier::app::exports {

/// The server's exports on two lanes: a short one for what is read or written at once, and a long
/// one for what starts programs, so that nobody's page waits for somebody's PDF. All at home, but for
/// what the lanes do.
class Exports final : public api::Exports {
  public:
    Exports(boost::asio::io_context& home, const std::filesystem::path& folder);
    ~Exports() override { end(); }

    api::Task<base::Result<report::File, api::Problem>> make(domain::WorkshopId workshop,
                                                             api::ExportWish wish) override;
    api::Task<base::Result<report::File, api::Problem>> make_replay(
        domain::WorkshopId workshop, std::optional<domain::Seq> until) override;
    api::Task<base::Result<report::File, api::Problem>> make_series(
        journal::SeriesId series) override;
    base::Result<api::ExportStatus, api::Problem> begin(const domain::WorkshopId& workshop,
                                                        api::ExportWish wish) override;
    [[nodiscard]] std::optional<api::ExportStatus> status(const domain::WorkshopId& workshop,
                                                          const std::string& id) const override;
    void forget(const domain::WorkshopId& workshop) override;

    /// Forgets what nobody fetched in a while.
    void tidy();

    /// The server is going: ends what runs. Nothing is made after it.
    void end();

  private:
    using Clock = std::chrono::steady_clock;
    struct Kept {
        domain::WorkshopId workshop;
        api::ExportStatus status;
        std::uint64_t number = 0;  ///< in the order they were asked for
        Clock::time_point since;   ///< its last change
        /// Cleared when nobody can ask for it any more: then it need not be made.
        std::shared_ptr<std::atomic<bool>> wanted = std::make_shared<std::atomic<bool>>(true);
    };
    using Answer = base::Result<report::File, api::Problem>;
    using Work = std::function<Answer(journal::Store&, const std::atomic<bool>& stop)>;
    static api::Task<Answer> run(Lane& lane, Work work);
    [[nodiscard]] Lane& lane_for(const api::ExportWish& wish);
    [[nodiscard]] bool knows(const api::ExportWish& wish) const;
    [[nodiscard]] bool make_place();
    Kept* kept(const std::string& id);
    void finished(const std::string& id, base::Result<report::File, api::Problem> answer);

    boost::asio::io_context& home_;
    std::map<std::string, Kept> kept_;
    std::uint64_t asked_ = 0;
    /// Whether this object is still there, for what comes back from a lane.
    std::shared_ptr<int> here_ = std::make_shared<int>(0);
    Lane short_, long_;
};

}  // namespace atelier::app::exports
