import {
  IconAdjustments,
  IconArrowsSplit2,
  IconBinaryTree2,
  IconCalculator,
  IconHammer,
  IconHandFinger,
  IconInbox,
  IconLayoutDashboard,
  IconListDetails,
  IconPlaneTilt,
  IconScale,
  IconTargetArrow,
  IconWorld,
} from '@tabler/icons-react'

/** The pages of a system, in the order of the navigation. */
export const places = [
  { to: '/systems/$system', label: 'Overview', Icon: IconLayoutDashboard, exact: true },
  { to: '/systems/$system/map', label: 'Map', Icon: IconBinaryTree2, exact: false },
  { to: '/systems/$system/goals', label: 'Goals', Icon: IconTargetArrow, exact: false },
  { to: '/systems/$system/decisions', label: 'Decisions', Icon: IconListDetails, exact: false },
  { to: '/systems/$system/experience', label: 'Experience', Icon: IconAdjustments, exact: false },
  { to: '/systems/$system/flights', label: 'Flights', Icon: IconPlaneTilt, exact: false },
  { to: '/systems/$system/off-policy', label: 'What if', Icon: IconArrowsSplit2, exact: false },
  { to: '/systems/$system/power', label: 'Power', Icon: IconCalculator, exact: false },
  { to: '/systems/$system/fairness', label: 'Fairness', Icon: IconScale, exact: false },
  { to: '/systems/$system/queue', label: 'Queue', Icon: IconInbox, exact: false },
  { to: '/systems/$system/simulation', label: 'Simulation', Icon: IconWorld, exact: false },
  { to: '/systems/$system/try', label: 'Try it', Icon: IconHandFinger, exact: false },
  { to: '/systems/$system/break', label: 'Break', Icon: IconHammer, exact: false },
] as const
