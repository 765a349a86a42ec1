/** Runs in which something was wrong once, as small as they became. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/simulation/faults.ts';
import { run } from '../../src/simulation/run.ts';

const CASES: readonly { readonly was: string; readonly scenario: Scenario }[] = [
  {
    was: 'NO_SUBSCRIBED: channels that began while positions were looked up came before the answer',
    scenario: {
      seed: 14,
      facts: 68,
      faults: [{ at: 3174, kind: 'broker-store-lost', which: 0, ms: 3898 }],
    },
  },
  {
    was: 'NEVER_READY: in a new store the two revisions of an upgrade came in the other order, and the older one was the newer one from then on',
    scenario: {
      seed: 2165,
      facts: 6,
      faults: [
        { at: 6690, kind: 'broker-store-lost', which: 0, ms: 2848 },
        { at: 7987, kind: 'upgrade', which: 0, ms: 3075 },
      ],
    },
  },
  {
    was: 'OLDER_STATE: the broker had lost all results, and a new revision, which could not see that there had been any, ran through old states',
    scenario: {
      seed: 2132,
      facts: 63,
      faults: [
        { at: 2584, kind: 'broker-crashed', which: 0, ms: 4605 },
        { at: 5310, kind: 'upgrade', which: 0, ms: 3328 },
        { at: 13467, kind: 'engine-killed', which: 1, ms: 2099 },
        { at: 18325, kind: 'broker-crashed', which: 0, ms: 2885 },
      ],
    },
  },
  {
    was: 'BACK: with a delay, a screen that was ahead of an edge was shown what that edge had left before a newer history',
    scenario: {
      seed: 40339,
      facts: 64,
      faults: [
        { at: 9478, kind: 'broker-elects', which: 0, ms: 3128 },
        { at: 20261, kind: 'broker-rolled-back', which: 0, ms: 2065 },
        { at: 21670, kind: 'edge-cut', which: 0, ms: 2704 },
      ],
    },
  },
  {
    was: 'HOLE: the last version of a history that the broker had lost was not named, since the stream had none behind the one before it',
    scenario: {
      seed: 40246,
      facts: 63,
      faults: [
        { at: 4125, kind: 'edge-stalled', which: 1, ms: 3041 },
        { at: 8327, kind: 'venue-cut', which: 0, ms: 14246 },
        { at: 11954, kind: 'broker-store-lost', which: 0, ms: 3030 },
        { at: 12847, kind: 'broker-elects', which: 0, ms: 1291 },
        { at: 24379, kind: 'broker-rolled-back', which: 0, ms: 2854 },
        { at: 25141, kind: 'venue-stalled', which: 0, ms: 2062 },
        { at: 25737, kind: 'edge-paused', which: 0, ms: 2315 },
      ],
    },
  },
  {
    was: 'HOLE: an engine took a newer epoch, stored between its two questions, for the entry of a stranger, and stored behind it',
    scenario: {
      seed: 40430,
      facts: 70,
      faults: [
        { at: 1834, kind: 'broker-store-lost', which: 0, ms: 18164 },
        { at: 6540, kind: 'screen-cut', which: 4, ms: 775 },
        { at: 15516, kind: 'engine-paused', which: 1, ms: 3521 },
        { at: 18114, kind: 'upgrade', which: 0, ms: 11469 },
        { at: 21931, kind: 'engine-killed', which: 0, ms: 1877 },
        { at: 25212, kind: 'broker-restarted', which: 0, ms: 11064 },
        { at: 25975, kind: 'engine-killed', which: 1, ms: 6740 },
      ],
    },
  },
  {
    was: 'NEVER_READY: an engine that did not know yet of a loss said how far the results had been, and edges waited for them',
    scenario: {
      seed: 40228,
      facts: 75,
      faults: [
        { at: 8706, kind: 'edge-killed', which: 0, ms: 672 },
        { at: 12324, kind: 'engine-cut', which: 1, ms: 3255 },
        { at: 14916, kind: 'broker-store-lost', which: 0, ms: 12160 },
        { at: 16141, kind: 'screen-paused', which: 4, ms: 2383 },
        { at: 26236, kind: 'engine-cut', which: 0, ms: 12824 },
      ],
    },
  },
  {
    was: 'DISAGREE: an engine that was killed knew less than the other one, until the loss was found',
    scenario: {
      seed: 20117,
      facts: 76,
      faults: [
        { at: 937, kind: 'edge-killed', which: 1, ms: 3868 },
        { at: 3122, kind: 'broker-crashed', which: 0, ms: 3887 },
        { at: 4099, kind: 'engine-killed', which: 1, ms: 2952 },
        { at: 7338, kind: 'edge-stalled', which: 0, ms: 766 },
        { at: 10561, kind: 'screen-stalled', which: 2, ms: 1573 },
        { at: 16128, kind: 'venue-stalled', which: 0, ms: 2233 },
        { at: 18195, kind: 'engine-paused', which: 0, ms: 3956 },
      ],
    },
  },
  {
    was: 'END_STATE: engines that were up before anybody had found the loss went on in the earlier history',
    scenario: {
      seed: 2364,
      facts: 80,
      faults: [
        { at: 1261, kind: 'broker-crashed', which: 0, ms: 19065 },
        { at: 5369, kind: 'upgrade', which: 0, ms: 1247 },
        { at: 19156, kind: 'broker-restarted', which: 0, ms: 2535 },
        { at: 22239, kind: 'screen-stalled', which: 1, ms: 1298 },
      ],
    },
  },
  {
    was: 'NOT_PUBLISHED: engines that knew of different losses published different versions of one number',
    scenario: {
      seed: 40090,
      facts: 72,
      faults: [
        { at: 1892, kind: 'engine-stalled', which: 0, ms: 848 },
        { at: 10550, kind: 'edge-cut', which: 0, ms: 2098 },
        { at: 12171, kind: 'broker-elects', which: 0, ms: 3175 },
        { at: 14042, kind: 'engine-stalled', which: 0, ms: 3436 },
        { at: 16203, kind: 'broker-crashed', which: 0, ms: 3386 },
        { at: 17196, kind: 'engine-clock', which: 0, ms: 795 },
      ],
    },
  },
  {
    was: 'RESUMED_WITH_HOLE: the broker lost versions after an edge had found them for a screen that came back; that they are gone was named, and taken for a broken promise',
    scenario: {
      seed: 50435,
      facts: 54,
      faults: [
        { at: 4343, kind: 'screen-cut', which: 1, ms: 1903 },
        { at: 5732, kind: 'broker-crashed', which: 0, ms: 18842 },
      ],
    },
  },
  {
    was: 'WRONG_HASH: of two versions of one number, made before a loss was found, a screen on two edges held one and was sent a delta against the other',
    scenario: {
      seed: 71073,
      facts: 75,
      faults: [
        { at: 7144, kind: 'venue-cut', which: 0, ms: 542 },
        { at: 8244, kind: 'engine-paused', which: 0, ms: 2780 },
        { at: 13159, kind: 'broker-rolled-back', which: 0, ms: 3967 },
      ],
    },
  },
  {
    was: 'END_STATE: of facts that the broker had lost and got again in the same places an archive had the first ones, and engines took those',
    scenario: {
      seed: 87615,
      facts: 71,
      faults: [
        { at: 4285, kind: 'edge-cut', which: 0, ms: 18361 },
        { at: 7749, kind: 'facts-cut', which: 0, ms: 14903 },
        { at: 15580, kind: 'engine-clock', which: 1, ms: 3274 },
        { at: 15718, kind: 'broker-rolled-back', which: 0, ms: 3207 },
      ],
    },
  },
  {
    was: 'HOLE: a newer revision was heard before it was stored, and what the older one stored meanwhile was passed over in `every`',
    scenario: {
      seed: 81532,
      facts: 76,
      faults: [
        { at: 9130, kind: 'engine-stalled', which: 1, ms: 3890 },
        { at: 9323, kind: 'engine-stalled', which: 1, ms: 2372 },
        { at: 11231, kind: 'facts-cut', which: 0, ms: 12817 },
        { at: 11534, kind: 'venue-stalled', which: 0, ms: 1269 },
        { at: 13064, kind: 'upgrade', which: 0, ms: 8944 },
      ],
    },
  },
  {
    was: 'HOLE: the same, beside a broker whose disk was full',
    scenario: {
      seed: 83216,
      facts: 75,
      faults: [
        { at: 4533, kind: 'engine-killed', which: 1, ms: 3785 },
        { at: 5760, kind: 'screen-cut', which: 3, ms: 11380 },
        { at: 12117, kind: 'broker-elects', which: 0, ms: 4433 },
        { at: 17203, kind: 'broker-full', which: 0, ms: 353 },
        { at: 17209, kind: 'engine-clock', which: 0, ms: 3554 },
        { at: 22568, kind: 'upgrade', which: 0, ms: 3216 },
      ],
    },
  },
  {
    was: 'OLDER_STATE: an engine of the older revision stored again what the broker had lost of its own, which is no newer state of anything',
    scenario: {
      seed: 86931,
      facts: 66,
      faults: [
        { at: 7467, kind: 'edge-cut', which: 1, ms: 3096 },
        { at: 9860, kind: 'edge-paused', which: 1, ms: 16726 },
        { at: 13753, kind: 'engine-cut', which: 1, ms: 12999 },
        { at: 22200, kind: 'upgrade', which: 0, ms: 15684 },
        { at: 25143, kind: 'broker-crashed', which: 0, ms: 2566 },
      ],
    },
  },
  {
    was: 'NOT_READY: an edge that stood still was asked meanwhile whether it was current',
    scenario: {
      seed: 80730,
      facts: 58,
      faults: [
        { at: 20767, kind: 'edge-paused', which: 1, ms: 3517 },
        { at: 24716, kind: 'edge-stalled', which: 1, ms: 15533 },
      ],
    },
  },
  {
    was: 'NOT_RESTORED: a fact that stood in VENUE twice, since the broker had forgotten its id in between, could not be put back a second time',
    scenario: {
      seed: 89919,
      facts: 67,
      faults: [
        { at: 550, kind: 'venue-cut', which: 0, ms: 2108 },
        { at: 3214, kind: 'facts-cut', which: 0, ms: 19488 },
        { at: 3576, kind: 'engine-stalled', which: 1, ms: 1341 },
        { at: 4080, kind: 'venue-killed', which: 0, ms: 15263 },
        { at: 9811, kind: 'screen-stalled', which: 0, ms: 18884 },
        { at: 14222, kind: 'broker-elects', which: 0, ms: 2906 },
        { at: 16174, kind: 'engine-paused', which: 0, ms: 2807 },
        { at: 24142, kind: 'broker-crashed', which: 0, ms: 1623 },
      ],
    },
  },
  {
    was: 'NOT_READY: what an edge showed was old twice within 8 s, each time something else and for a moment',
    scenario: {
      seed: 181287,
      facts: 62,
      faults: [
        { at: 1064, kind: 'broker-rolled-back', which: 0, ms: 3519 },
        { at: 15098, kind: 'engine-paused', which: 1, ms: 16039 },
        { at: 15465, kind: 'engine-stalled', which: 0, ms: 3499 },
        { at: 17570, kind: 'engine-killed', which: 1, ms: 3579 },
        { at: 19483, kind: 'engine-paused', which: 1, ms: 2434 },
        { at: 19751, kind: 'edge-stalled', which: 1, ms: 8618 },
        { at: 24676, kind: 'facts-cut', which: 0, ms: 19847 },
      ],
    },
  },
  {
    was: 'HOLE: an older revision stored again what the broker had lost of its own, after screens had come to the newer one',
    scenario: {
      seed: 181901,
      facts: 79,
      faults: [
        { at: 3843, kind: 'broker-rolled-back', which: 0, ms: 12228 },
        { at: 11101, kind: 'engine-killed', which: 1, ms: 2805 },
        { at: 14974, kind: 'upgrade', which: 0, ms: 3049 },
        { at: 19625, kind: 'engine-cut', which: 1, ms: 3503 },
        { at: 19957, kind: 'engine-cut', which: 1, ms: 2814 },
      ],
    },
  },
  {
    was: 'WRONG_HASH: on a line that came back, what was sent in that millisecond overtook what had waited',
    scenario: {
      seed: 92540,
      facts: 71,
      faults: [
        { at: 8563, kind: 'facts-cut', which: 0, ms: 1046 },
        { at: 9849, kind: 'upgrade', which: 0, ms: 3923 },
        { at: 10781, kind: 'venue-cut', which: 0, ms: 2015 },
        { at: 15703, kind: 'screen-stalled', which: 3, ms: 3185 },
        { at: 22396, kind: 'broker-crashed', which: 0, ms: 3848 },
        { at: 23456, kind: 'edge-cut', which: 1, ms: 2642 },
        { at: 25832, kind: 'venue-cut', which: 0, ms: 5102 },
      ],
    },
  },
  {
    was: 'NOT_READY: an edge that started after the broker had lost results was asked for what nobody could know yet',
    scenario: {
      seed: 91315,
      facts: 80,
      faults: [
        { at: 5759, kind: 'facts-cut', which: 0, ms: 3278 },
        { at: 10214, kind: 'broker-store-lost', which: 0, ms: 1900 },
        { at: 11771, kind: 'venue-killed', which: 0, ms: 15440 },
        { at: 12735, kind: 'broker-restarted', which: 0, ms: 10644 },
        { at: 14536, kind: 'edge-killed', which: 0, ms: 3109 },
        { at: 19170, kind: 'screen-stalled', which: 4, ms: 1203 },
        { at: 27902, kind: 'broker-crashed', which: 0, ms: 1110 },
      ],
    },
  },
  {
    was: 'OLDER_STATE: behind a full broker the medal table of a newer revision was stored before all the medallists that it is made of',
    scenario: {
      seed: 96520,
      facts: 65,
      faults: [
        { at: 3100, kind: 'upgrade', which: 0, ms: 5441 },
        { at: 4178, kind: 'engine-killed', which: 1, ms: 774 },
        { at: 7148, kind: 'broker-restarted', which: 0, ms: 3587 },
        { at: 9228, kind: 'broker-restarted', which: 0, ms: 13977 },
        { at: 9853, kind: 'broker-full', which: 0, ms: 9262 },
        { at: 14960, kind: 'screen-stalled', which: 3, ms: 15523 },
        { at: 26515, kind: 'edge-paused', which: 0, ms: 2932 },
      ],
    },
  },
  {
    was: 'NOT_READY: an edge that is 9 s behind, and says so, need not yet be unready',
    scenario: {
      seed: 97898,
      facts: 72,
      faults: [
        { at: 5966, kind: 'screen-stalled', which: 0, ms: 439 },
        { at: 13885, kind: 'screen-cut', which: 4, ms: 1510 },
        { at: 15451, kind: 'engine-stalled', which: 0, ms: 725 },
        { at: 16705, kind: 'broker-restarted', which: 0, ms: 2278 },
        { at: 27887, kind: 'broker-crashed', which: 0, ms: 7245 },
      ],
    },
  },
  {
    was: 'DISAGREE: of two engines one came to what the broker had left of the medallists before anybody had found the loss',
    scenario: {
      seed: 104323,
      facts: 69,
      faults: [
        { at: 1504, kind: 'broker-restarted', which: 0, ms: 2481 },
        { at: 4614, kind: 'engine-cut', which: 1, ms: 15590 },
        { at: 4953, kind: 'broker-crashed', which: 0, ms: 2884 },
        { at: 8033, kind: 'edge-paused', which: 0, ms: 3849 },
        { at: 9564, kind: 'engine-stalled', which: 0, ms: 16088 },
        { at: 10215, kind: 'edge-stalled', which: 0, ms: 2886 },
        { at: 11044, kind: 'screen-stalled', which: 4, ms: 12225 },
        { at: 19477, kind: 'screen-cut', which: 2, ms: 16542 },
      ],
    },
  },
  {
    was: 'NEVER_READY: engines that had nothing to store did not see that a newer revision had been here, said that they were current, and were shown to nobody',
    scenario: {
      seed: 106560,
      facts: 68,
      faults: [
        { at: 13409, kind: 'upgrade', which: 0, ms: 3565 },
        { at: 15792, kind: 'screen-stalled', which: 2, ms: 302 },
        { at: 17666, kind: 'engine-stalled', which: 1, ms: 3778 },
        { at: 20287, kind: 'broker-store-lost', which: 0, ms: 3959 },
        { at: 22372, kind: 'engine-paused', which: 0, ms: 12326 },
        { at: 24963, kind: 'upgrade', which: 0, ms: 2524 },
      ],
    },
  },
  {
    was: 'HOLE: a version that the broker lost before a newer revision began was not named, which nobody could',
    scenario: {
      seed: 107617,
      facts: 76,
      faults: [
        { at: 5320, kind: 'edge-paused', which: 0, ms: 6812 },
        { at: 6109, kind: 'engine-paused', which: 0, ms: 2510 },
        { at: 8267, kind: 'broker-crashed', which: 0, ms: 16348 },
        { at: 14991, kind: 'upgrade', which: 0, ms: 16778 },
        { at: 16151, kind: 'screen-cut', which: 2, ms: 3133 },
        { at: 23836, kind: 'engine-cut', which: 0, ms: 3482 },
      ],
    },
  },
  {
    was: 'a loss whose newer history could not be begun before the connection broke was forgotten: a result stood still for ever, ready and green',
    scenario: {
      seed: 139813,
      facts: 62,
      faults: [
        { at: 3357, kind: 'broker-crashed', which: 0, ms: 1599 },
        { at: 5098, kind: 'broker-elects', which: 0, ms: 1667 },
        { at: 5250, kind: 'engine-clock', which: 1, ms: 621 },
        { at: 6056, kind: 'broker-full', which: 0, ms: 18662 },
        { at: 18608, kind: 'broker-elects', which: 0, ms: 1802 },
        { at: 19543, kind: 'broker-restarted', which: 0, ms: 4640 },
      ],
    },
  },
  {
    was: 'engines that differ after a loss: a delta of one edge behind what another has shown, which the screen finds and asks anew',
    scenario: {
      seed: 124839,
      facts: 66,
      faults: [
        { at: 2412, kind: 'broker-elects', which: 0, ms: 1404 },
        { at: 16590, kind: 'venue-cut', which: 0, ms: 2273 },
        { at: 17396, kind: 'upgrade', which: 0, ms: 892 },
        { at: 17976, kind: 'broker-rolled-back', which: 0, ms: 2617 },
        { at: 21630, kind: 'edge-killed', which: 0, ms: 1355 },
        { at: 27205, kind: 'venue-cut', which: 0, ms: 13279 },
      ],
    },
  },
  {
    was: 'an engine that looks three times whether the broker has lost something says meanwhile since when it does not know',
    scenario: {
      seed: 123452,
      facts: 65,
      faults: [
        { at: 6072, kind: 'broker-crashed', which: 0, ms: 3754 },
        { at: 10546, kind: 'engine-cut', which: 1, ms: 1883 },
        { at: 11141, kind: 'engine-cut', which: 0, ms: 9750 },
        { at: 14124, kind: 'edge-cut', which: 1, ms: 9290 },
        { at: 19533, kind: 'broker-elects', which: 0, ms: 10700 },
        { at: 20932, kind: 'broker-crashed', which: 0, ms: 9827 },
        { at: 22324, kind: 'engine-clock', which: 1, ms: 17695 },
      ],
    },
  },
  {
    was: 'a screen that has seen more than its edge is shown nothing older when the broker has no leader in the seconds in which a newer history should come',
    scenario: {
      seed: 166205,
      facts: 65,
      faults: [
        { at: 4801, kind: 'edge-paused', which: 0, ms: 6688 },
        { at: 6488, kind: 'screen-paused', which: 4, ms: 3055 },
        { at: 10409, kind: 'broker-crashed', which: 0, ms: 359 },
        { at: 14343, kind: 'broker-elects', which: 0, ms: 13766 },
        { at: 19972, kind: 'engine-killed', which: 1, ms: 11441 },
        { at: 20271, kind: 'venue-killed', which: 0, ms: 1710 },
        { at: 22060, kind: 'screen-cut', which: 2, ms: 2480 },
        { at: 22101, kind: 'screen-paused', which: 2, ms: 2084 },
      ],
    },
  },
  {
    was: 'an edge that has found a loss, and no newer history because the broker is full, is not ready',
    scenario: {
      seed: 152949,
      facts: 78,
      faults: [
        { at: 4242, kind: 'edge-paused', which: 1, ms: 2419 },
        { at: 4637, kind: 'broker-full', which: 0, ms: 2401 },
        { at: 5471, kind: 'screen-cut', which: 2, ms: 1128 },
        { at: 7319, kind: 'edge-cut', which: 1, ms: 15374 },
        { at: 8388, kind: 'broker-store-lost', which: 0, ms: 442 },
        { at: 11454, kind: 'venue-killed', which: 0, ms: 597 },
        { at: 18716, kind: 'venue-cut', which: 0, ms: 13818 },
        { at: 24723, kind: 'broker-full', which: 0, ms: 12008 },
      ],
    },
  },
];

test.each(CASES)('$was', async ({ scenario }) => {
  expect((await run(scenario)).violations).toEqual([]);
});

test('an upgrade in the minutes in which the broker lost its store: the older revision came back last, programs say so, and an operator puts it right', async () => {
  const { violations, superseded } = await run({
    seed: 30363,
    facts: 78,
    faults: [
      { at: 13222, kind: 'upgrade', which: 0, ms: 1753 },
      { at: 13499, kind: 'edge-killed', which: 0, ms: 3291 },
      { at: 18934, kind: 'broker-store-lost', which: 0, ms: 7730 },
      { at: 27201, kind: 'upgrade', which: 0, ms: 17020 },
    ],
  });
  expect(violations).toEqual([]);
  expect(superseded).toBe(1);
});
