// Sends the session's bearer, which the launch's answer carried in its body, with every request.
const bearer = document.body.dataset.bearer;
delete document.body.dataset.bearer;
document.addEventListener('htmx:configRequest', (event) => {
  if (bearer) event.detail.headers.Authorization = `Bearer ${bearer}`;
});
