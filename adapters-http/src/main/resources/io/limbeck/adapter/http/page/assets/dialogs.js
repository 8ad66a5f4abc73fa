// The two questions that the page asks before it sends a token.

import { token } from './api.js';
import { el, part } from './dom.js';
import { count, heads, list, loss } from './words.js';

const NAMES = { upgrade: 'Upgrade', downgrade: 'Downgrade', stamp: 'Stamp' };

/**
 * Asks for the token, and for the database's name where rows would be lost.
 *
 * @param {{direction: string, target: string, plan: object}} wanted
 * @param status of the database
 * @param {(confirm: string | undefined) => Promise<void>} start starts it; what it throws is shown
 */
export function askToRun({ direction, target, plan }, status, start) {
  const mark = status.mark && el('span.mark-tag', {}, status.mark.name);
  if (mark) {
    mark.style.backgroundColor = part('mark').style.backgroundColor;
    mark.style.color = part('mark').style.color;
  }
  const typed =
    plan.confirm && el('input', { id: 'run-name', autocomplete: 'off', spellcheck: 'false' });
  const submit = el(
    `button.${plan.confirm ? 'danger' : 'primary'}`,
    { type: 'submit' },
    NAMES[direction],
  );
  const isConfirmed = () => !typed || typed.value === plan.confirm;
  if (typed) {
    submit.disabled = true;
    typed.oninput = () => (submit.disabled = !isConfirmed());
  }
  ask(part('run'), {
    title: [`${NAMES[direction]} `, el('strong', {}, status.short_name), ` to ${target}`],
    id: 'run-title',
    body: [
      mark,
      el(
        'p',
        {},
        `From ${heads(plan.from)} to ${heads(plan.to)}: `,
        direction === 'stamp'
          ? 'the position is recorded, no SQL is run.'
          : `${count(plan.steps.length, 'revision')}.`,
      ),
      typed && [
        el('p.problem', {}, el('strong', {}, 'Lost: '), `${list(plan.losses.map(loss))}.`),
        el('label', { for: 'run-name' }, 'Type ', el('code', {}, plan.confirm), ' to lose them'),
        typed,
      ],
    ],
    submit,
    send: async () => {
      if (isConfirmed()) {
        await start(typed ? typed.value : undefined);
      }
    },
  });
}

/** Asks for the token where even reading needs one. */
export function askForToken(retry) {
  ask(part('unlock'), {
    title: 'This server asks for its token',
    id: 'unlock-title',
    body: [],
    submit: el('button.primary', { type: 'submit' }, 'Show the database'),
    send: retry,
  });
}

function ask(dialog, { title, id, body, submit, send }) {
  const field = el('input', {
    id: `${id}-token`,
    type: 'password',
    autocomplete: 'off',
    required: true,
    value: token.get(),
  });
  const refusal = el('div', { role: 'alert' });
  const form = el(
    'form',
    {},
    el('h2', { id }, title),
    body,
    el('label', { for: field.id }, 'Token'),
    field,
    el('p.hint', {}, 'What the server was started with. This tab keeps it until it is closed.'),
    refusal,
    el(
      'div.buttons',
      {},
      el('button.plain', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
      submit,
    ),
  );
  form.onsubmit = async (event) => {
    event.preventDefault();
    const wasDisabled = submit.disabled;
    submit.disabled = true;
    refusal.replaceChildren();
    token.set(field.value);
    try {
      await send();
      dialog.close();
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) {
        token.forget();
        field.select();
      }
      refusal.replaceChildren(
        el('p.problem', {}, el('strong', {}, problem.message), ` ${problem.remedy ?? ''}`),
      );
    } finally {
      submit.disabled = wasDisabled;
    }
  };
  dialog.replaceChildren(form);
  dialog.showModal();
  (form.querySelector('input') ?? field).focus();
}
