// A screen that nobody sits at is emptied: once a minute the door is asked whether this login still holds. It answers
// who is signed in with a way on, which is not followed; everybody else with its page. Asking is no activity.
if (!window.jixiaoLeave) {
  window.jixiaoLeave = setInterval(async () => {
    const answer = await fetch("/login", { redirect: "manual", cache: "no-store" }).catch(() => null);
    if (answer && answer.type !== "opaqueredirect") location.reload();
  }, 60000);
}
