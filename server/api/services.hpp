#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "api/problem.hpp"
#include "domain/events.hpp"
#include "journal/registry.hpp"
#include "net/socket.hpp"
#include "wire/client_frames.hpp"
#include "wire/server_frames.hpp"

/// What the routes ask of the house above them; app implements it. All on the reactor's thread.
namespace atelier::api {

template <class T>
using Task = boost::asio::awaitable<T>;

/// The journal, from a coroutine: the job runs on the writer's thread, in order, and the coroutine
/// goes on where it was.
///
///     auto link = co_await records.ask([digest](Store& store) { return store.find_link(digest);
///     });
class Records {
  public:
    virtual ~Records() = default;
    /// Runs the job on the writer's thread.
    virtual void post(std::function<void(journal::Store&)> job) = 0;

    template <class Job>
    Task<std::invoke_result_t<Job, journal::Store&>> ask(Job job) {
        namespace asio = boost::asio;
        using Value = std::invoke_result_t<Job, journal::Store&>;
        auto value = std::make_shared<std::optional<Value>>();
        const auto executor = co_await asio::this_coro::executor;
        const auto start = [this, value, executor, &job](auto handler) {
            auto done = std::make_shared<decltype(handler)>(std::move(handler));
            post([value, executor, done, job = std::move(job)](journal::Store& store) mutable {
                value->emplace(job(store));
                asio::post(executor, [done] { std::move (*done)(); });
            });
        };
        co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(start,
                                                                              asio::use_awaitable);
        co_return std::move(**value);
    }
};

/// A workshop at rest: durable state, and the digest that stands for all of it.
struct Settled {
    domain::Workshop workshop;
    journal::Head head;
};

struct Created {
    domain::WorkshopId id;
    std::string code;
    std::string facilitator, screen, reader;  ///< secrets; nobody will see them again
};

class Rooms {
  public:
    struct Asked {
        std::optional<base::Uuid> id;
        domain::Command command;
    };

    virtual ~Rooms() = default;

    /// An ack or refusal for each, in order, once they are durable; nothing if the workshop is not
    /// there.
    virtual Task<std::optional<std::vector<wire::ServerFrame>>> perform(
        domain::WorkshopId workshop, domain::Actor actor, std::vector<Asked> asked) = 0;

    /// Who listens to a WebSocket or an event stream of that actor; null if the workshop is not
    /// there. A WebSocket says hello itself; a stream's request is its hello.
    virtual Task<std::shared_ptr<net::SocketHandler>> live(domain::WorkshopId workshop,
                                                           domain::Actor actor,
                                                           wire::Transport transport,
                                                           std::optional<wire::Resume> resume) = 0;

    /// Frames for one who asks again and again; `session` is a name of their own for it.
    struct Poll {
        domain::WorkshopId workshop;
        domain::Actor actor;
        base::Uuid session;
        std::optional<wire::Resume> resume;
    };
    /// Whether somebody polls by that session already.
    [[nodiscard]] virtual bool polls(const Poll& asked) const = 0;
    /// The frames since the last poll of that session, as soon as there is one or when the time is
    /// up. 404 no_such_workshop, 503 draining, 503 busy.
    virtual Task<base::Result<std::vector<net::SharedText>, Problem>> poll(Poll asked) = 0;

    /// Published ideas that seem to say this; refused rate_limited if one person asks too often,
    /// and removed.
    virtual Task<std::optional<domain::Decided<std::vector<wire::IdeaView>>>> similar(
        domain::WorkshopId workshop, domain::Actor actor, std::string text) = 0;
    struct Pair {
        wire::IdeaView one, other;
        double score = 0;
    };
    /// Ideas that seem to say the same and that nobody has grouped or told apart; refused
    /// rate_limited if those who review ask too often together.
    virtual Task<std::optional<domain::Decided<std::vector<Pair>>>> pairs(
        domain::WorkshopId workshop, domain::Actor actor) = 0;

    /// What anyone with the code may know of it.
    virtual Task<std::optional<wire::WorkshopView>> about(domain::WorkshopId workshop) = 0;
    /// Someone in it, as it is durably.
    virtual Task<std::optional<domain::Participant>> person(domain::WorkshopId workshop,
                                                            domain::ParticipantId who) = 0;
    /// A copy, for results: not for what is asked often.
    virtual Task<std::optional<Settled>> settled(domain::WorkshopId workshop) = 0;

    /// How long a workshop is kept after its creation; then it is erased.
    [[nodiscard]] virtual int retention_days() const = 0;

    /// `opening`: what happens in it first, for instance ideas that are carried along.
    virtual Task<journal::Outcome<Created>> create(domain::Blueprint plan,
                                                   std::vector<domain::Event> opening) = 0;
    virtual Task<journal::Outcome<base::Done>> erase(domain::WorkshopId workshop) = 0;

    /// The first events of a workshop that was imported, by its id and code; the first one is its
    /// creation. In one append with everything in it, or not at all.
    using Beginning = std::function<std::vector<domain::Recorded>(const domain::WorkshopId&,
                                                                  const std::string& code)>;
    virtual Task<journal::Outcome<Created>> found(Beginning beginning) = 0;
    /// What is added to a workshop that is there, decided on its durable state; the string is a
    /// fresh name. Written in one append or not at all; who is there is welcomed afresh. Nothing if
    /// the workshop is not there.
    using Addition = std::function<domain::Decided<std::vector<domain::Event>>(
        const domain::Workshop&, const std::string& fresh_id)>;
    using Added = journal::Outcome<domain::Decided<std::size_t>>;
    virtual Task<std::optional<Added>> add(domain::WorkshopId workshop, Addition addition) = 0;

    /// Ends the live connections of a role, whose links were revoked.
    virtual void hang_up(const domain::WorkshopId& workshop, domain::Role role) = 0;

    /// Goes on after so long.
    virtual Task<void> wait(base::Millis time) = 0;

    /// Whether what is accepted now would be made durable.
    [[nodiscard]] virtual bool ready() const = 0;
    /// Prometheus text.
    [[nodiscard]] virtual std::string metrics() const = 0;
};

}  // namespace atelier::api
