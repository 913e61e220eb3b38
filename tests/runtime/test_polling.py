"""Waiting for long operations."""

import asyncio
import threading

import pytest
from odc_runtime.errors.course import OperationFailed, RateBudgetExceeded, WaitTimeout
from odc_runtime.errors.status import BadRequest, NotFound, PermissionDenied, ServerError
from odc_runtime.kernel.operation import Operation, Poll

from tests.runtime.loopback import answer, drop
from tests.runtime.sample import KEY, STATUS, AsyncLabClient, LabClient


def status(name, **more):
    return answer(200, {"status": name, **more})


def test_waiting_keeps_the_documented_cadence(lab):
    lab.server.then(*[status("Running")] * 9, status("Finished", key="k"))
    assert lab.things(lambda t: t.wait())["key"] == "k"
    assert lab.time.slept == [5.0] * 6 + [30.0] * 3


def test_the_first_look_is_at_once(lab):
    lab.server.then(status("Finished"))
    lab.things(lambda t: t.wait())
    assert lab.time.slept == []


def test_each_look_is_told(lab):
    lab.server.then(status("Pending"), status("Running", percent=50), status("Finished"))
    told = []
    lab.things(lambda t: t.wait(on_progress=told.append))
    assert [look["status"] for look in told] == ["Pending", "Running", "Finished"]


def test_progress_may_be_told_to_a_coroutine_function(loopback):
    loopback.then(status("Finished"))
    told = []

    async def tell(look):
        await asyncio.sleep(0)
        told.append(look)

    async def main():
        async with AsyncLabClient(loopback.url) as client:
            await client.things.wait(on_progress=tell)

    asyncio.run(main())
    assert len(told) == 1


def test_a_failure_is_an_error_with_the_operation_and_its_messages(lab):
    body = {
        "status": "FinishedWithErrors",
        "errorCode": "E1",
        "errorMessage": "bad",
        "errors": [{"severity": "Error", "message": "line 3"}, "plain"],
        "operations": [{"status": "x", "errorMessage": "user 7"}],
    }
    lab.server.then(answer(200, body))
    with pytest.raises(OperationFailed) as caught:
        lab.things(lambda t: t.wait("k-1"))
    error = caught.value
    assert (error.operation, error.key, error.status) == ("lab.things.status", "k-1", "FinishedWithErrors")
    assert error.messages == ["E1: bad", "line 3", "plain", "user 7"]
    assert error.result == body
    assert "k-1 ended as FinishedWithErrors; E1: bad; line 3" in str(error)
    assert "key: k-1" in error.report()


def test_a_state_that_waits_for_a_person_ends_waiting_without_an_error(lab):
    lab.server.then(status("Generating"), status("ReadyForReview"))
    assert lab.things(lambda t: t.wait())["status"] == "ReadyForReview"


@pytest.mark.parametrize(
    "odd", [status("Unheard"), answer(200, {}), answer(200, {"status": 5}), answer(200, [])]
)
def test_an_unknown_state_is_still_running(lab, odd):
    lab.server.then(odd, status("finished"))
    assert lab.things(lambda t: t.wait())["status"] == "finished"


def test_an_early_404_means_not_ready_yet(lab):
    lab.server.then(answer(404), answer(404), status("Finished"))
    lab.things(lambda t: t.wait())
    assert lab.time.slept == [5.0, 5.0]


def test_a_404_is_not_early_for_ever(lab):
    lab.server.handle = lambda asked: answer(404)
    with pytest.raises(NotFound):
        lab.things(lambda t: t.wait())
    assert 100 < sum(lab.time.slept) < 180


def test_a_404_after_the_operation_was_seen_is_an_error(lab):
    lab.server.then(status("Running"), answer(404))
    with pytest.raises(NotFound):
        lab.things(lambda t: t.wait())


def test_a_404_is_an_error_where_none_is_expected(lab):
    lab.server.then(answer(404))
    poll = Poll(done=("Finished",))
    with pytest.raises(NotFound):
        lab.things(lambda t: t._wait(STATUS, poll, (KEY,), (), 60.0, None, {}))


def test_an_outage_of_the_server_does_not_end_waiting(lab):
    lab.server.then(status("Running"), *[answer(503)] * 4, *[drop] * 4, status("Finished"))
    assert lab.things(lambda t: t.wait())["status"] == "Finished"


@pytest.mark.parametrize(("code", "kind"), [(400, BadRequest), (403, PermissionDenied)])
def test_a_refusal_ends_waiting(lab, code, kind):
    lab.server.then(status("Running"), answer(code))
    with pytest.raises(kind):
        lab.things(lambda t: t.wait())


def test_waiting_ends_at_its_timeout_and_can_be_resumed(lab):
    lab.server.handle = lambda asked: status("Running")
    with pytest.raises(WaitTimeout, match="k-1 is still Running after 100 s") as caught:
        lab.things(lambda t: t.wait("k-1", timeout=100.0))
    assert isinstance(caught.value, TimeoutError)
    assert (caught.value.key, caught.value.status) == ("k-1", "Running")
    assert sum(lab.time.slept) == 100.0
    lab.server.handle = lambda asked: status("Finished")
    assert lab.things(lambda t: t.wait(caught.value.key))["status"] == "Finished"


def test_a_timeout_during_an_outage_tells_its_cause(lab):
    lab.server.handle = lambda asked: answer(503)
    with pytest.raises(WaitTimeout, match="not seen") as caught:
        lab.things(lambda t: t.wait(timeout=60.0))
    assert isinstance(caught.value.__cause__, ServerError)


def test_a_spent_rate_budget_does_not_end_waiting(lab):
    from odc_runtime.policy.rates import RateBudget

    lab.server.handle = lambda asked: status("Running")
    with pytest.raises(WaitTimeout) as caught:
        lab.run(lambda c: c.things.wait(timeout=200.0), limited=True, rate_limit=RateBudget(0.0))
    assert caught.value.__cause__ is None or isinstance(caught.value.__cause__, RateBudgetExceeded)


def test_a_look_does_not_outlast_the_wait(lab):
    seen = []

    class Hooks:
        @staticmethod
        def on_before_request(request):
            seen.append(request.extensions["timeout"]["read"])

    lab.server.then(status("Running"), status("Running"), status("Finished"))
    lab.things(lambda t: t.wait(timeout=12.0), hooks=Hooks)
    assert seen == [12.0, 7.0, 2.0]


def test_cancelling_the_task_ends_waiting_cleanly(loopback):
    loopback.handle = lambda asked: status("Running")

    async def main():
        async with AsyncLabClient(loopback.url) as client:
            task = asyncio.create_task(client.things.wait())
            await asyncio.sleep(0.2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            loopback.handle = lambda asked: status("Finished")
            return await client.things.wait()

    assert asyncio.run(main())["status"] == "Finished"


def test_ctrl_c_ends_waiting_cleanly(loopback):
    loopback.handle = lambda asked: status("Running")
    with LabClient(loopback.url) as client:

        def interrupt(seconds):
            raise KeyboardInterrupt

        client._transport.sleep = interrupt
        with pytest.raises(KeyboardInterrupt):
            client.things.wait()
        loopback.handle = lambda asked: status("Finished")
        assert client.things.wait()["status"] == "Finished"


def test_threads_may_wait_with_one_client(loopback):
    loopback.handle = lambda asked: status("Finished", key=asked.path.rpartition("/")[2])
    found = {}
    with LabClient(loopback.url) as client:
        threads = [
            threading.Thread(target=lambda key=key: found.update({key: client.things.wait(key)["key"]}))
            for key in map(str, range(20))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == {key: key for key in map(str, range(20))}


def test_waiting_has_no_raw_answer(lab):
    with pytest.raises(TypeError, match="no raw answer"):
        lab.run(lambda client: client.with_raw_response(client.things.wait)())


def explained(lab, *answers):
    lab.server.then(status("Failed"), *answers)
    operation = Operation("lab.jobs.get", "GET", "/jobs/{key}", lambda data: data)
    poll = Poll(("Finished",), failed=("Failed",), messages="messages")
    with pytest.raises(OperationFailed) as caught:
        lab.things(lambda t: t._wait(operation, poll, ("k-1",), (), 60.0, None, {}))
    return caught.value


def test_a_failed_operation_says_why(lab):
    """P65: the operation's own messages are fetched and shown."""
    error = explained(lab, answer(200, {"results": [{"errorCode": "E1", "message": "no stage"}, "plain"]}))
    assert lab.server.last.path.endswith("/jobs/k-1/messages")
    assert error.messages == ["E1: no stage", "plain"]
    assert "k-1 ended as Failed; E1: no stage; plain" in str(error)


def test_messages_that_cannot_be_fetched_do_not_hide_the_failure(lab):
    error = explained(lab, answer(403, {"title": "not you"}))
    assert (error.key, error.status) == ("k-1", "Failed")
    assert "its messages could not be fetched" in str(error)
    assert "not you" in str(error)


def test_the_reason_is_among_the_errors_not_the_progress(lab):
    rows = [{"severity": "Info", "message": "step 1"}, {"severity": "Error", "message": "no stage"}]
    assert explained(lab, answer(200, {"results": rows})).messages == ["no stage"]
